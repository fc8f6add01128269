using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Allocators.Tests;

/// <summary>Static classes that are given memory while other threads call them.</summary>
public sealed partial class AttachThreadsTests
{
    private const int Bytes = 20_000;

    private readonly nint _memory = Memory.At(0, Bytes), _other = Memory.At(0, Bytes);

    /// <summary>Threads that ask from the start are refused until there is memory, and served from then on.</summary>
    [Theory]
    [InlineData(typeof(ThreadChunks))]
    [InlineData(typeof(ThreadSpoon))]
    [InlineData(typeof(ThreadSharedChunks))]
    [InlineData(typeof(ThreadSharedSpoon))]
    [InlineData(typeof(ThreadSharedSlots))]
    public async Task Threads_may_call_while_memory_is_attached_for_the_first_time(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        const int Threads = 3;
        int refused = 0;
        using CountdownEvent asked = new(Threads);
        Task[] tasks = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            tasks[i] = Task.Factory.StartNew(() =>
            {
                bool hasAsked = false;
                for (int served = 0; served < 20_000;)
                {
                    bool found = heap.TryAlloc(8, 1, out Block block);
                    if (!found) Interlocked.Increment(ref refused);
                    if (!hasAsked) asked.Signal();
                    hasAsked = true;
                    if (!found) continue;

                    nint address = Attached.AddressOf(heap, block);
                    Expect.That(address >= _memory && address <= _memory + Bytes - 8, $"{block} is at 0x{address.ToString("X", CultureInfo.InvariantCulture)}");
                    heap[block].Fill(7);
                    heap.Free(block);
                    served++;
                }
            }, TaskCreationOptions.LongRunning);
        }

        asked.Wait();
        Attached.AttachOf(declared)(_memory, Bytes);
        await Task.WhenAll(tasks);
        Assert.InRange(refused, Threads, int.MaxValue);
        Assert.Equal((0, 0), (heap.GetStatistics().UsedBytes, heap.GetStatistics().AllocationCount));
        Attached.AttachOf(declared)(_memory, 0);
    }

    /// <summary>With the bookkeeping in static fields, a live block holds its memory: it is where it was when it is freed.</summary>
    [Theory]
    [InlineData(typeof(MovingChunks))]
    [InlineData(typeof(MovingSpoon))]
    [InlineData(typeof(MovingSlots))]
    public async Task Threads_may_call_while_the_memory_is_changed(Type declared)
    {
        IHeap heap = Attached.HeapOf(declared);
        Action<nint, long> attach = Attached.AttachOf(declared);
        bool stop = false;
        Task[] tasks = new Task[2];
        long[] blocks = new long[2];
        for (int i = 0; i < tasks.Length; i++)
        {
            int thread = i;
            tasks[i] = Task.Factory.StartNew(() =>
            {
                while (!Volatile.Read(ref stop))
                {
                    if (!heap.TryAlloc(8, 1, out Block block)) continue;

                    nint address = Attached.AddressOf(heap, block);
                    bool isInside = (address >= _memory && address <= _memory + 1_500 - 8) || (address >= _other && address <= _other + Bytes - 8);
                    Expect.That(isInside, $"{block} is at 0x{address.ToString("X", CultureInfo.InvariantCulture)}");
                    heap[block].Fill((byte)(thread + 1));
                    Expect.That(Attached.AddressOf(heap, block) == address && heap[block][7] == thread + 1, $"{block} is not where it was");
                    heap.Free(block);
                    blocks[thread]++;
                    if (blocks[thread] % 16 == 0) Thread.Yield();
                }
            }, TaskCreationOptions.LongRunning);
        }

        int changes = 0;
        for (long end = Environment.TickCount64 + 500; Environment.TickCount64 < end || (changes < 10 && Environment.TickCount64 < end + 30_000);)
        {
            try
            {
                if (changes % 2 == 0) attach(_other, Bytes);
                else attach(_memory, 1_500);
                changes++;
            }
            catch (InvalidOperationException)
            {
                // A block is live just now.
            }
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(tasks);
        Assert.InRange(changes, 10, int.MaxValue);
        Assert.All(blocks, count => Assert.InRange(count, 1, long.MaxValue));
        Assert.Equal((0, 0), (heap.GetStatistics().UsedBytes, heap.GetStatistics().AllocationCount));
        attach(_memory, 0);
    }

    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer)] private static partial class ThreadChunks;
    [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer)] private static partial class ThreadSpoon;
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer, State = State.InMemory)] private static partial class ThreadSharedChunks;
    [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer, State = State.InMemory)] private static partial class ThreadSharedSpoon;
    [Slab(Slots = 500, BlockSize = 24, Storage = Storage.Pointer, State = State.InMemory)] private static partial class ThreadSharedSlots;
    [ChunkHeap(Chunks = 1000, ChunkSize = 16, Storage = Storage.Pointer)] private static partial class MovingChunks;
    [Teaspoon(Variant = "128KiB", Storage = Storage.Pointer)] private static partial class MovingSpoon;
    [Slab(Slots = 500, BlockSize = 24, OnExhausted = OnExhausted.Wrap, Storage = Storage.Pointer)] private static partial class MovingSlots;
}
