using System;
using System.Runtime.InteropServices;
using Allocators;

namespace Quickstart;

/// <summary>What a teaspoon is: headers in front of blocks of any size, in four variants.</summary>
internal static class SpoonTour
{
    private const int ObjectBytes = 30;

    public static void Show()
    {
        Report.Title($"Four variants of Teaspoon, and what they take for an object of {ObjectBytes} bytes");
        byte[] memory = GC.AllocateArray<byte>(64 << 10, pinned: true);
        NoteHeap given = new(Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0), memory.Length);
        ShowVariant("4KiB", default(PocketSpoon), PocketSpoon.OverheadBytes, "in a struct");
        ShowVariant("128KiB", default(TownSpoon.Allocator), TownSpoon.OverheadBytes, "in a static class");
        ShowVariant("16MiB", default(LevelSpoon.Allocator), LevelSpoon.OverheadBytes, "in a static class, with a lock and parking");
        ShowVariant("1GiB", given, NoteHeap.OverheadBytes, "in memory that it was given");

        Report.Title("A block of 100 bytes, resized where it is");
        PocketSpoon spoon = default;
        Block block = spoon.Alloc(100);
        foreach (int size in (int[])[1000, 4000, 10])
        {
            bool resized = spoon.TryResize(ref block, size);
            Report.Line($"to {size:N0}", $"{resized}: {block}, and {spoon.UsedBytes:N0} bytes are used");
        }

        Report.Title("What Verify says after a write behind the end of that block");
        spoon.Alloc(20);
        spoon[new Block(block.Offset, block.Length + PocketSpoon.HeaderBytes)].Fill(0xFF);
        try
        {
            spoon.Verify();
        }
        catch (InvalidOperationException damage)
        {
            Report.Text(damage.Message);
        }
    }

    private static void ShowVariant<TAllocator>(string variant, TAllocator heap, int overheadBytes, string place)
        where TAllocator : struct, IHeap
    {
        heap.Reset();
        heap.Alloc(ObjectBytes);
        Report.Line(variant, $"{heap.GetStatistics().UsedBytes} bytes of the {heap.Capacity:N0} {place}; bookkeeping: {overheadBytes:N0} bytes");
    }
}
