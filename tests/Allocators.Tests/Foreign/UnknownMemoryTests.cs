using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Tests.Over;
using Allocators.Tests.Sharing;
using Xunit;

namespace Allocators.Tests;

/// <summary>Memory for bookkeeping is a heap of the same layout, or zeros, or refused.</summary>
public sealed partial class UnknownMemoryTests
{
    private const int Bytes = 4 << 20;

    private static readonly Dictionary<string, Func<nint, IHeap>> Heaps = new()
    {
        ["chunks of one word"] = static address => new SharedWord(address, Bytes),
        ["chunks"] = static address => new Mapped(address, Bytes),
        ["chunks with a lock"] = static address => new SharedLocked(address, Bytes),
        ["a million chunks"] = static address => new Million(address, Bytes),
        ["chunks without locks"] = static address => new InMemoryLockFree5000x16(address, Bytes),
        ["free list"] = static address => new PointerInMemoryRgbList300(address, Bytes),
        ["free list without checks"] = static address => new PointerInMemoryUncheckedLongList65(address, Bytes),
        ["free list of larger values"] = static address => new UncheckedSegments65(address, Bytes),
        ["free list with a lock"] = static address => new SharedPool(address, Bytes),
        ["free list without locks"] = static address => new PointerInMemoryLockFreeByteList65(address, Bytes),
        ["slab"] = static address => new PointerInMemoryRgbSlab300(address, Bytes),
        ["slab with a lock"] = static address => new SharedSlab(address, Bytes),
        ["slab without locks"] = static address => new PointerInMemoryLockFreeByteSlab65(address, Bytes),
        ["teaspoon"] = static address => new PointerInMemoryImmediate4KiB(address, Bytes),
        ["larger teaspoon"] = static address => new PointerInMemory128KiB(address, Bytes),
        ["teaspoon without headers"] = static address => new PointerHeaderlessInMemory4KiB(address, Bytes),
        ["parking teaspoon without headers"] = static address => new PointerHeaderlessDeferredInMemory128KiB(address, Bytes),
    };

    // At a page, so that every heap starts where the memory does.
    private readonly nint _memory = Memory.At(0, Bytes);

    public static TheoryData<string> Names => new(Heaps.Keys);

    private unsafe Span<byte> All => new((void*)_memory, Bytes);

    private unsafe ref ulong Word => ref *(ulong*)_memory;

    [Theory]
    [MemberData(nameof(Names))]
    public void Garbage_is_refused_and_left_as_it_is(string name)
    {
        All.Fill(0xCD);
        string message = Refusal(name);

        Assert.Contains("It begins with 0xCDCDCDCDCDCDCDCD instead of 0x", message, StringComparison.Ordinal);
        Assert.Contains("fill the memory with zeros", message, StringComparison.Ordinal);
        Assert.Contains("State.InStruct", message, StringComparison.Ordinal);
        Assert.Equal(-1, All.IndexOfAnyExcept((byte)0xCD));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Garbage_behind_zeros_is_refused_and_left_as_it_is(string name)
    {
        All.Fill(0xCD);
        Word = 0;

        Assert.Contains("the numbers behind them are not zero", Refusal(name), StringComparison.Ordinal);
        Assert.Equal(0UL, Word);
        Assert.Equal(-1, All[sizeof(ulong)..].IndexOfAnyExcept((byte)0xCD));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_heap_is_known_again_as_long_as_its_first_word_is_there(string name)
    {
        IHeap heap = Heaps[name](_memory);
        Block block = AllocOne(heap);
        Assert.True(Heaps[name](_memory).Owns(block));

        ulong word = Word;
        heap.Reset();
        Assert.Equal(0, Heaps[name](_memory).GetStatistics().UsedBytes);
        Assert.Equal(word, Word);

        AllocOne(heap);
        Word = 0;
        Assert.Contains("the numbers behind them are not zero", Refusal(name), StringComparison.Ordinal);
        Word = word + 2;
        Assert.Contains(FormattableString.Invariant($"It begins with 0x{word + 2:X16} instead of 0x{word:X16}"), Refusal(name), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_another_declaration_left_is_refused(string name)
    {
        IHeap heap = Heaps[name](_memory);
        Block block = AllocOne(heap);
        byte[] before = All.ToArray();

        foreach (string other in Heaps.Keys.Where(other => other != name))
        {
            Assert.Contains("another declaration", Refusal(other), StringComparison.Ordinal);
            Assert.True(All.SequenceEqual(before));
        }

        Assert.True(heap.Owns(block));
    }

    [Fact]
    public void The_layout_counts_and_neither_the_name_nor_who_may_call()
    {
        Mapped chunks = new(_memory, Bytes);
        Block block = chunks.Alloc(1000);
        Twin twin = new(_memory, Bytes);
        Assert.Equal((1, block.Offset), (twin.AllocationCount, twin.TryGetNext(default, out Block found) ? found.Offset : -1));

        All.Clear();
        PointerInMemoryUncheckedLongList65 values = new(_memory, Bytes);
        values.Alloc();
        Assert.Equal(1, new UncheckedDoubles65(_memory, Bytes).AllocationCount);
    }

    [Fact]
    public void Garbage_under_large_bookkeeping_is_not_taken_for_memory_that_shrank()
    {
        All.Fill(0xCD);
        string message = Assert.Throws<ArgumentException>(() => new Million(_memory, Bytes)).Message;
        Assert.StartsWith("Million: this memory is no such heap. It begins with 0xCDCDCDCDCDCDCDCD instead of 0x", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_over_another_heap_begins_with_the_same_word()
    {
        Game.Reset();
        Game.SpanOf(Game.Alloc(Game.Capacity)).Fill(0xCD);
        Game.Reset();
        LargePoolOfGame pool = LargePoolOfGame.Create();
        pool.Alloc();
        Assert.True(Game.TryGetNext(default, out Block taken));

        LargePool same = new(Game.AddressOf(taken), taken.Length);
        Assert.Equal(1, same.AllocationCount);
        same.Alloc();
        Assert.Equal(2, pool.AllocationCount);
        pool.Release();
    }

    /// <summary>The word is written before anything else is, so that who finds it missing was the first to look.</summary>
    [Fact]
    public async Task Threads_that_open_the_same_zeros_at_once_have_one_heap()
    {
        const int Threads = 3, Rounds = 2000;
        using Barrier barrier = new(Threads, _ => All[..8192].Clear());
        int opened = 0;
        Task[] tasks = new Task[Threads];
        for (int i = 0; i < Threads; i++)
        {
            tasks[i] = Task.Factory.StartNew(
                () =>
                {
                    for (int round = 0; round < Rounds; round++)
                    {
                        barrier.SignalAndWait();
                        SharedSpoon4KiB heap = new(_memory, 8192);
                        heap.Alloc(16);
                        Interlocked.Increment(ref opened);
                        barrier.SignalAndWait();
                    }
                },
                TaskCreationOptions.LongRunning);
        }

        await Task.WhenAll(tasks);
        Assert.Equal(Threads * Rounds, opened);
    }

    private static Block AllocOne(IHeap heap)
    {
        Assert.True(heap.TryAlloc(1, 1, out Block block));
        return block;
    }

    private string Refusal(string name) => Assert.Throws<ArgumentException>(() => Heaps[name](_memory)).Message;

    [ChunkHeap(Chunks = 4096, ChunkSize = 256, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct Twin;

    [FreeList(typeof(double), Blocks = 65, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct UncheckedDoubles65;

    [FreeList(typeof(Segment), Blocks = 65, Storage = Storage.Pointer, State = State.InMemory, Checks = Checks.None)]
    private partial struct UncheckedSegments65;

    [FreeList(BlockSize = 8, Blocks = 40_000, Storage = Storage.Pointer)]
    private partial struct LargePool;
}
