using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>The lock-free list interrupted at each of its accesses to shared memory.</summary>
public sealed class LockFreeListTests
{
    [Theory]
    [InlineData(1, "", "t", "tf", "t")]
    [InlineData(1, "t", "f", "tf", "t")]
    [InlineData(2, "t", "f", "t", "t")]
    [InlineData(2, "", "tf", "tf", "t")]
    [InlineData(3, "ttff", "ttf", "t", "t")]
    [InlineData(3, "tttfff", "ttf", "tt")]
    public void Each_block_is_one_process_and_none_is_refused_while_one_is_free(int count, string before, params string[] programs) =>
        Assert.InRange(Interruptions.Search(count, before, programs), 300, 100_000);

    [Theory]
    [InlineData(1, "t", "d", "d")]
    [InlineData(2, "t", "d", "d", "t")]
    public void Of_several_who_free_one_block_one_does(int count, string before, params string[] programs) =>
        Assert.InRange(Interruptions.Search(count, before, programs), 10, 100_000);

    /// <summary>
    /// Nobody else may have the heap when it is cut short; but the tag is counted up all the same, so that who stood still in
    /// a call since before puts no outdated link on top.
    /// </summary>
    [Fact]
    public void Who_stood_still_while_it_was_cut_short_takes_no_outdated_link()
    {
        const int Count = 3;
        int accesses = 0;
        for (int at = 0; at <= accesses; at++)
        {
            int[] links = new int[Count + 1];
            LockFreeList list = default;
            for (int i = 0; i <= Count; i++) Assert.True(list.TryPop(ref links[0], Count + 1, out _));
            foreach (int freed in new[] { 3, 1, 2, 0 }) list.Push(ref links[0], freed);

            accesses = 0;
            Interruption.Before = () =>
            {
                if (accesses++ != at) return;
                Interruption.Before = null;
                list.Truncate(ref links[0], Count);
            };
            Assert.True(list.TryPopFreed(ref links[0], Count, out int first));
            Interruption.Before = null;

            List<int> all = [first];
            while (all.Count <= Count && list.TryPop(ref links[0], Count, out int index)) all.Add(index);
            Assert.Equal(Enumerable.Range(0, Count), all.Order());
        }

        Assert.NotEqual(0, accesses);
    }
}
