using System.Linq;
using Allocators.Benchmarks.Workloads;

namespace Allocators.Benchmarks.Contests;

/// <summary>The first bytes of 256 slots, looked up by handles in a random order, beside those of an array and the loop itself.</summary>
/// <remarks>
/// Each byte is the number of another handle, and together they make one circle. In the loop itself, the numbers stand where
/// otherwise the handles are: as much is loaded and added, only nothing looked up.
/// </remarks>
internal sealed class LookupContest
{
    private const int Slots = LookupSlab.Slots;
    private const int SlotSize = LookupSlab.BlockSize;
    private const int Looks = 10_000_000;

    private LookupContest(byte[] next, bool isChain)
    {
        byte[] bytes = new byte[Slots * SlotSize];
        int[] offsets = new int[Slots];
        LookupSlab.Handle[] handles = new LookupSlab.Handle[Slots];
        LookupSlabOfRecords.Handle[] records = new LookupSlabOfRecords.Handle[Slots];
        for (int slot = 0; slot < Slots; slot++)
        {
            int number = next[slot];
            offsets[number] = slot * SlotSize;
            bytes[offsets[number]] = next[number];
            handles[number] = LookupSlab.Alloc(SlotSize);
            LookupSlab.SpanOf(handles[number])[0] = next[number];
            records[number] = LookupSlabOfRecords.Alloc(new Record { First = next[number] });
        }

        Loop = new LookupLane<NoLookup, int>("the loop itself", default, [.. next.Select(static number => (int)number)], isChain);
        Array = new LookupLane<ArrayLookup, int>("byte[]", new(bytes), offsets, isChain);
        Slab = new LookupLane<SlabLookup, LookupSlab.Handle>("Slab", default, handles, isChain);
        Typed = new LookupLane<RecordLookup, LookupSlabOfRecords.Handle>("Slab, typed", default, records, isChain);
    }

    public Lane Loop { get; }

    public Lane Array { get; }

    public Lane Slab { get; }

    public Lane Typed { get; }

    /// <summary>Looks that do not wait for each other, or a chain of looks that do.</summary>
    public static LookupContest Run(bool isChain)
    {
        LookupSlab.Reset();
        LookupSlabOfRecords.Reset();
        LookupContest contest = new(Circle(), isChain);
        Contest.Run([contest.Loop, contest.Array, contest.Slab, contest.Typed], Looks);
        return contest;
    }

    /// <summary>Nanoseconds of a look, without the loop.</summary>
    public double Net(Lane lane) => lane.Nanoseconds - Loop.Nanoseconds;

    /// <summary>For each number another one, so that following them leads to all.</summary>
    private static byte[] Circle()
    {
        Xorshift random = new();
        byte[] next = [.. Enumerable.Range(0, Slots).Select(static number => (byte)number)];
        for (int i = Slots - 1; i > 0; i--)
        {
            // Never itself (Sattolo), or there would be several circles.
            int other = (int)((random.Next() >> 32) % (uint)i);
            (next[i], next[other]) = (next[other], next[i]);
        }

        return next;
    }

    private readonly struct NoLookup : ILookup<int>
    {
        public byte FirstByte(int handle) => (byte)handle;
    }

    private readonly struct ArrayLookup(byte[] bytes) : ILookup<int>
    {
        public byte FirstByte(int handle) => bytes[handle];
    }

    private readonly struct SlabLookup : ILookup<LookupSlab.Handle>
    {
        public byte FirstByte(LookupSlab.Handle handle) => LookupSlab.SpanOf(handle)[0];
    }

    private readonly struct RecordLookup : ILookup<LookupSlabOfRecords.Handle>
    {
        public byte FirstByte(LookupSlabOfRecords.Handle handle) => LookupSlabOfRecords.ValueOf(handle).First;
    }
}
