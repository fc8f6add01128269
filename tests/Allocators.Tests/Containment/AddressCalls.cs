using System;
using System.IO;

namespace Allocators.Tests.Containment;

/// <summary>The calls of a heap whose memory cannot move that take and give addresses.</summary>
internal static unsafe class AddressCalls<THeap>
    where THeap : struct, IHeap
{
    private static readonly Take? OwnTryAllocAddress = Calls<THeap>.Find<Take>("TryAllocAddress");
    private static readonly Give? OwnFreeAddress = Calls<THeap>.Find<Give>("FreeAddress");
    private static readonly Test? OwnOwns = Calls<THeap>.Find<Test>("Owns");
    private static readonly Find? OwnBlockAt = Calls<THeap>.Find<Find>("BlockAt");

    private delegate bool Take(ref THeap heap, int size, int alignment, out nint address);

    private delegate void Give(ref THeap heap, nint address);

    private delegate bool Test(ref THeap heap, nint address);

    private delegate Block Find(ref THeap heap, nint address);

    /// <summary>Whether the heap finds blocks by their address.</summary>
    public static bool Exist => OwnFreeAddress is not null;

    /// <summary>Makes one of the calls.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="memory">Where its memory is.</param>
    /// <param name="blocks">Takes what is allocated.</param>
    /// <param name="random">Decides.</param>
    /// <param name="block">A block whose address is used, live or not.</param>
    /// <param name="index">Which of the live blocks that is, or -1.</param>
    /// <param name="expectInside">Looks at what the heap gives.</param>
    /// <param name="trace">Takes what is done.</param>
    public static void Operate(ref THeap heap, byte* memory, Prey blocks, Random random, Block block, int index, Action<Block, string> expectInside, TextWriter? trace)
    {
        nint address = (nint)memory + block.Offset;
        switch (block.IsEmpty ? 0 : random.Next(4))
        {
            case 0:
                int size = 1 + random.Next(100);
                trace?.WriteLine($"TryAllocAddress({size}, 1)");
                if (!OwnTryAllocAddress!(ref heap, size, 1, out nint taken)) break;

                long offset = taken - (nint)memory;
                Block got = new((int)Math.Clamp(offset, int.MinValue, int.MaxValue), size);
                expectInside(got, "TryAllocAddress");
                blocks.Add(got);
                break;
            case 1:
                trace?.WriteLine($"Owns(address of {block})");
                OwnOwns!(ref heap, address);
                break;
            case 2:
                trace?.WriteLine($"BlockAt(address of {block})");
                expectInside(OwnBlockAt!(ref heap, address), "BlockAt");
                break;
            default:
                trace?.WriteLine($"FreeAddress({block})");
                blocks.Kill(index);
                OwnFreeAddress!(ref heap, address);
                break;
        }
    }
}
