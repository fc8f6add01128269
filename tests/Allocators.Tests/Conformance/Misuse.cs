using System;

namespace Allocators.Tests;

/// <summary>Calls that a heap has to refuse: with arguments that cannot be, and with blocks that are not live.</summary>
internal sealed class Misuse<THeap>(Model model, Random random)
    where THeap : struct, IHeap
{
    /// <summary>Blocks that were live once: the last few.</summary>
    private readonly Block[] _dead = new Block[64];
    private int _deaths;

    public void Remember(Block dead) => _dead[_deaths++ % _dead.Length] = dead;

    /// <summary>A reset leaves the headers in the memory, so what died by it can be taken for live later on.</summary>
    public void ForgetAll() => Array.Clear(_dead);

    public void OfArguments(ref THeap heap)
    {
        int negative = -1 - random.Next(int.MaxValue);
        int badAlignment = random.Next(4) switch { 0 => 0, 1 => 3, 2 => 2 * heap.MaxAlignment, _ => negative };
        Block live = AnyLive();

        switch (random.Next(6))
        {
            case 0:
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => h.TryAlloc(negative, 1, out _), $"TryAlloc({negative})");
                break;
            case 1:
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => h.TryAlloc(1, badAlignment, out _), $"TryAlloc(1, {badAlignment})");
                break;
            case 2:
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => h.TryResize(ref live, negative), $"TryResize({live}, {negative})");
                break;
            case 3:
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => Realloc(ref h, ref live, negative, 1), $"Realloc({live}, {negative})");
                break;
            case 4:
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => Realloc(ref h, ref live, 1, badAlignment), $"Realloc({live}, 1, {badAlignment})");
                break;
            default:
                Block outside = new(model.Capacity - random.Next(model.Capacity), model.Capacity + 1);
                Refused<ArgumentOutOfRangeException>(ref heap, (ref THeap h) => _ = h[outside], $"The bytes of {outside}");
                break;
        }
    }

    public void OfBlocks(ref THeap heap)
    {
        Block forged = Forge();
        if (forged.IsEmpty || model.CanBeLive(forged)) return;

        Expect.That(!heap.Owns(forged), $"{forged} is owned, but not live");
        Block argument = forged;
        switch (random.Next(5))
        {
            case 0:
                Refused<InvalidOperationException>(ref heap, (ref THeap h) => h.TryResize(ref argument, 0), $"TryResize({forged}, 0)");
                break;
            case 1:
                Refused<InvalidOperationException>(ref heap, (ref THeap h) => h.TryResize(ref argument, 1), $"TryResize({forged}, 1)");
                break;
            case 2:
                Refused<InvalidOperationException>(ref heap, (ref THeap h) => h.UsableSize(argument), $"UsableSize({forged})");
                break;
            case 3:
                int alignment = random.Next(2) == 0 ? 1 : heap.MaxAlignment;
                Refused<InvalidOperationException>(ref heap, (ref THeap h) => Realloc(ref h, ref argument, 1, alignment), $"Realloc({forged}, 1, {alignment})");
                break;
            default:
                Refused<InvalidOperationException>(ref heap, (ref THeap h) => h.Free(argument), $"Free({forged})");
                break;
        }

        Expect.Equal(forged, argument, "A refused call changed its block");
    }

    private static void Refused<TException>(ref THeap heap, Expect.Call<THeap> call, string what)
        where TException : Exception => Expect.Refused<TException, THeap>(ref heap, call, what);

    private void Realloc(ref THeap heap, ref Block block, int size, int alignment)
    {
        if (random.Next(2) == 0) heap.Realloc(ref block, size, alignment);
        else OwnMembers<THeap>.Realloc(ref heap, ref block, size, alignment);
    }

    private Block Forge()
    {
        Block live = AnyLive();
        int beyond = model.Capacity + random.Next(int.MaxValue - model.Capacity);
        return random.Next(9) switch
        {
            0 or 1 => _dead[random.Next(_dead.Length)],
            2 => new Block(live.Offset + model.Shape.Granule, live.Length),
            3 => new Block(live.Offset + 1, Math.Max(live.Length - 1, 1)),
            4 => new Block(live.Offset, live.Length + model.Shape.Granule),
            5 => new Block(live.Offset, live.Length - model.Shape.Granule),
            6 => new Block(beyond, 1 + random.Next(model.Capacity)),
            7 => new Block(live.Offset, int.MaxValue - random.Next(8)),
            _ => new Block(random.Next(int.MinValue, int.MaxValue), random.Next(int.MinValue, int.MaxValue)),
        };
    }

    private Block AnyLive() => model.Count == 0 ? default : model[random.Next(model.Count)].Block;
}
