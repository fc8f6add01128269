using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>The lock of a heap that one process has.</summary>
public sealed class HeapLockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private HeapLock _lock;

    private ref long Word => ref Unsafe.As<HeapLock, long>(ref _lock);

    [Fact]
    public void It_is_zero_when_nobody_has_it()
    {
        Assert.Equal(HeapLock.Size, Unsafe.SizeOf<HeapLock>());
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, Word);
            _lock.Enter();
            Assert.NotEqual(0, Word);
            _lock.Exit();
        }
    }

    [Fact]
    public async Task Who_comes_while_it_is_closed_waits_and_closes_it_again()
    {
        _lock.Enter();
        Task second = Task.Run(() => _lock.Enter());
        await ExpectToWait(second);
        _lock.Exit();
        await second.WaitAsync(Patience);

        Task third = Task.Run(() => _lock.Enter());
        await ExpectToWait(third);
        _lock.Exit();
        await third.WaitAsync(Patience);
    }

    [Fact]
    public async Task One_at_a_time_is_inside()
    {
        await MutualExclusion.ExpectAsync(() => _lock.Enter(), () => _lock.Exit(), Patience);
        Assert.Equal(0, Word);
    }

    /// <summary>Gives it time to go on if it can.</summary>
    private static async Task ExpectToWait(Task task)
    {
        await Task.WhenAny(task, Task.Delay(200));
        Assert.False(task.IsCompleted);
    }
}
