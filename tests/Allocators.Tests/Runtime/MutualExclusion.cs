using System;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>Several threads that want the same lock again and again.</summary>
internal static class MutualExclusion
{
    /// <summary>Only one of them is inside at a time, and all get in.</summary>
    public static async Task ExpectAsync(Action enter, Action exit, TimeSpan patience)
    {
        const int Threads = 4, Rounds = 100_000;
        int inside = 0, entered = 0;
        Task[] threads = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            threads[i] = Task.Factory.StartNew(
                () =>
                {
                    for (int round = 0; round < Rounds; round++)
                    {
                        enter();
                        Expect.Equal(1, ++inside, "Threads inside");
                        entered++;
                        inside--;
                        exit();
                    }
                },
                TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(threads).WaitAsync(patience);
        Assert.Equal(Threads * Rounds, entered);
    }
}
