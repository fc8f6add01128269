using Xunit;

namespace Allocators.Tests;

/// <summary>Elements that are read and exchanged, found from the first.</summary>
public sealed class AtomicTests
{
    [Fact]
    public void An_element_is_replaced_if_it_is_what_was_seen()
    {
        uint[] words = [1, uint.MaxValue, 3];
        Assert.False(Atomic.TryReplace(ref words[0], 1, seen: 1, value: 7));
        Assert.Equal([1, uint.MaxValue, 3], words);
        Assert.True(Atomic.TryReplace(ref words[0], 1, seen: uint.MaxValue, value: 7));
        Assert.Equal([1, 7, 3], words);
    }

    [Fact]
    public void A_larger_element_is_replaced_if_all_of_it_is_what_was_seen()
    {
        ulong[] words = [1, ulong.MaxValue, 3];
        Assert.False(Atomic.TryReplace(ref words[0], 1, seen: uint.MaxValue, value: 7));
        Assert.Equal([1, ulong.MaxValue, 3], words);
        Assert.True(Atomic.TryReplace(ref words[0], 1, seen: ulong.MaxValue, value: 7));
        Assert.Equal([1, 7, 3], words);
    }

    [Fact]
    public void An_element_is_read_and_written_where_it_is()
    {
        uint[] words = [1, 2, 3];
        Atomic.Write(ref words[0], 2, 9);
        Assert.Equal((2u, 9u), (Atomic.Read(in words[0], 1), words[2]));

        ulong[] larger = [1, 2, 3];
        Atomic.Write(ref larger[0], 2, 9);
        Assert.Equal((2ul, 9ul), (Atomic.Read(in larger[0], 1), larger[2]));

        long field = 5;
        Atomic.Reference(in field)++;
        Assert.Equal(6, field);
    }
}
