using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests.Sharing;

/// <summary>The lock that works across processes: one that is opened, one whose owner dies, and the way back.</summary>
public sealed class SharedHeapLockTests : IDisposable
{
    private const string Heap = "Shared";

    /// <summary>No system gives out so large an id.</summary>
    private const int NoProcess = int.MaxValue - 1;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _path = Path.GetTempFileName();
    private readonly Mapping _mapping;

    public SharedHeapLockTests() => _mapping = new Mapping(_path, Environment.SystemPageSize);

    private unsafe ref SharedHeapLock Lock => ref *(SharedHeapLock*)_mapping.Address;

    /// <summary>The process that has it, or that died in it.</summary>
    private int Owner => unchecked((int)Word);

    private unsafe ref long Word => ref *(long*)_mapping.Address;

    [Fact]
    public void It_says_who_has_it_and_is_zero_when_nobody_has()
    {
        Assert.Equal(SharedHeapLock.Size, Unsafe.SizeOf<SharedHeapLock>());
        for (int i = 0; i < 3; i++)
        {
            Lock.Enter(Heap);
            Assert.Equal(Environment.ProcessId, Owner);
            Assert.True(Word > 0);
            Lock.Exit();
            Assert.Equal(0, Word);
        }
    }

    [Fact]
    public void A_call_without_the_lock_is_refused_only_where_a_process_died()
    {
        Lock.ThrowIfAbandoned(Heap);
        Lock.Enter(Heap);
        Lock.ThrowIfAbandoned(Heap);
        Word |= long.MinValue;

        AbandonedHeapException died = Assert.Throws<AbandonedHeapException>(() => Lock.ThrowIfAbandoned(Heap));
        Assert.Equal(Environment.ProcessId, died.ProcessId);
        Assert.StartsWith(Heap, died.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_of_one_process_wait_for_each_other()
    {
        await MutualExclusion.ExpectAsync(() => Lock.Enter(Heap), () => Lock.Exit(), Patience);
        Assert.Equal(0, Word);
    }

    [Fact]
    public async Task It_waits_for_a_process_that_lives_and_throws_when_that_dies()
    {
        using Worker owner = Worker.Hold(_path);
        owner.Wait(() => Volatile.Read(ref Word) != 0);
        Assert.Equal(owner.ProcessId, Owner);
        long word = Word;

        Task waiting = Task.Run(() => Lock.Enter(Heap));
        await ExpectToWait(waiting);
        Assert.Equal(word, Word);

        owner.Kill();
        Assert.Equal(owner.ProcessId, (await ExpectAbandoned(waiting)).ProcessId);
    }

    [Fact]
    public async Task A_dead_owner_leaves_it_abandoned_for_all_until_it_is_taken_over()
    {
        Word = NoProcess;
        for (int i = 0; i < 3; i++)
        {
            AbandonedHeapException exception = await ExpectAbandoned();
            Assert.Equal(NoProcess, exception.ProcessId);
            Assert.Equal(
                "Shared is abandoned: process 2147483646 died during a call, and may have left the bookkeeping half changed. "
                + "No process is served until one has called TryRecover, if the heap has that, or Reset, which frees all blocks.",
                exception.Message);
            Assert.False(Lock.TryEnter());
            Assert.True(Word < 0);
        }

        long left = Lock.TakeOver();
        Assert.Equal(Environment.ProcessId, Owner);
        Lock.Exit(left);
        await ExpectAbandoned();

        Assert.Equal(left, Lock.TakeOver());
        Lock.Exit();
        Assert.Equal(0, Word);
        Assert.True(Lock.TryEnter());
        Lock.Exit();
    }

    [Fact]
    public async Task Taking_it_over_waits_for_an_owner_that_lives()
    {
        Lock.Enter(Heap);
        Task<long> taking = Task.Run(() => Lock.TakeOver());
        await ExpectToWait(taking);

        Lock.Exit();
        Assert.Equal(0, await taking.WaitAsync(Patience));
        Assert.Equal(Environment.ProcessId, Owner);
    }

    /// <summary>The owner's id is that of a process, but of one that started at another time.</summary>
    [Fact]
    public async Task An_id_that_is_used_again_is_not_taken_for_the_owner()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;

        Lock.Enter(Heap);
        Word += 1L << 32;
        Assert.Equal(Environment.ProcessId, (await ExpectAbandoned()).ProcessId);
    }

    /// <summary>Without a stamp of the start, the id decides.</summary>
    /// <summary>To the system, such numbers mean groups of processes, which live.</summary>
    [Theory]
    [InlineData(0x1234_0000_0000)]
    [InlineData(0x1234_FFFF_FFFF)]
    [InlineData(0x1234_8000_0000)]
    public async Task What_is_the_number_of_no_process_is_not_waited_for(long word)
    {
        Word = word;
        Assert.Equal(unchecked((int)word), (await ExpectAbandoned()).ProcessId);
    }

    [Fact]
    public async Task An_owner_whose_start_is_not_known_lives_as_long_as_its_id()
    {
        Word = Environment.ProcessId;
        Task waiting = Task.Run(() => Lock.Enter(Heap));
        await ExpectToWait(waiting);

        Volatile.Write(ref Word, 0);
        await waiting.WaitAsync(Patience);
    }

    /// <summary>A dead process is listed until its parent has asked how it ended, which some never do.</summary>
    [Fact]
    public async Task A_dead_process_that_is_still_listed_does_not_count_as_alive()
    {
        if (!OperatingSystem.IsLinux()) return;

        using Process parent = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "sleep 1 & echo $!; exec sleep 1000"]) { RedirectStandardOutput = true })!;
        try
        {
            int child = int.Parse(parent.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
            Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{child}/stat").Contains(") Z ", StringComparison.Ordinal), Patience));

            Word = child;
            Assert.Equal(child, (await ExpectAbandoned()).ProcessId);
        }
        finally
        {
            parent.Kill();
        }
    }

    public void Dispose()
    {
        _mapping.Dispose();
        File.Delete(_path);
    }

    private Task<AbandonedHeapException> ExpectAbandoned() => ExpectAbandoned(Task.Run(() => Lock.Enter(Heap)));

    private static Task<AbandonedHeapException> ExpectAbandoned(Task entering) => Assert.ThrowsAsync<AbandonedHeapException>(() => entering.WaitAsync(Patience));

    /// <summary>Gives it time to look at the owner a few times. It cannot go on, however fast or slow the machine is.</summary>
    private static async Task ExpectToWait(Task task)
    {
        await Task.WhenAny(task, Task.Delay(200));
        Assert.False(task.IsCompleted);
    }
}
