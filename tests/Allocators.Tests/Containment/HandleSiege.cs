using System;
using System.Collections.Generic;
using System.IO;

namespace Allocators.Tests.Containment;

/// <summary>The calls of a slab that take and give handles, of whatever type those are.</summary>
internal interface IHandleSiege<THeap>
    where THeap : struct, IHeap
{
    /// <summary>Makes one of the calls.</summary>
    /// <param name="heap">The slab.</param>
    /// <param name="random">Decides.</param>
    /// <param name="mix">Whether handles that are not valid are used.</param>
    /// <param name="expectInside">Looks at what the heap gives.</param>
    /// <param name="trace">Takes what is done.</param>
    void Operate(ref THeap heap, Random random, Mix mix, Action<Block, string> expectInside, TextWriter? trace);

    /// <summary>No handle is valid any more.</summary>
    void KillAll();
}

internal static class HandleSiege
{
    /// <summary>The calls, if the heap has handles.</summary>
    public static IHandleSiege<THeap>? IfAny<THeap>()
        where THeap : struct, IHeap
    {
        Type? handle = Calls<THeap>.Owner.GetNestedType("Handle");
        return handle is null || handle.IsGenericType
            ? null
            : (IHandleSiege<THeap>)Activator.CreateInstance(typeof(HandleSiege<,>).MakeGenericType(typeof(THeap), handle))!;
    }
}

/// <inheritdoc/>
internal sealed class HandleSiege<THeap, THandle> : IHandleSiege<THeap>
    where THeap : struct, IHeap
    where THandle : struct, IEquatable<THandle>
{
    private const int MostSteps = 200;

    private readonly List<THandle> _live = [];
    private readonly List<THandle> _dead = [default];

    public void Operate(ref THeap heap, Random random, Mix mix, Action<Block, string> expectInside, TextWriter? trace)
    {
        THandle handle;
        switch (random.Next(8))
        {
            case < 3:
                int size = random.Next(40);
                trace?.WriteLine($"TryAlloc({size}, out handle)");
                if (!HandleCalls<THeap, THandle>.TryAlloc(ref heap, size, out handle)) break;

                _live.Add(handle);
                expectInside(HandleCalls<THeap, THandle>.BlockOf(ref heap, handle), $"BlockOf({handle})");
                break;
            case 3:
                handle = Any(random, mix, remove: true);
                trace?.WriteLine($"TryFree({handle})");
                HandleCalls<THeap, THandle>.TryFree(ref heap, handle);
                break;
            case 4:
                handle = Any(random, mix, remove: true);
                trace?.WriteLine($"Free({handle})");
                if (!handle.Equals(default) || mix.Attacks != Attacks.None) HandleCalls<THeap, THandle>.Free(ref heap, handle);
                break;
            case 5 when !HandleCalls<THeap, THandle>.IsTyped:
                handle = Any(random, mix, remove: false);
                trace?.WriteLine($"TryResize({handle})");
                HandleCalls<THeap, THandle>.TryResize(ref heap, handle, random.Next(40));
                break;
            case 6:
                Walk(ref heap, random.Next(2) == 0 ? default : Any(random, mix, remove: false), trace);
                break;
            default:
                handle = Any(random, mix, remove: false);
                trace?.WriteLine($"Owns and BlockOf({handle})");
                HandleCalls<THeap, THandle>.RetiredSlots(ref heap);
                bool isValid = HandleCalls<THeap, THandle>.Owns(ref heap, handle);
                if (isValid || mix.Attacks != Attacks.None) expectInside(HandleCalls<THeap, THandle>.BlockOf(ref heap, handle), $"BlockOf({handle})");
                break;
        }
    }

    public void KillAll()
    {
        foreach (THandle handle in _live) Bury(handle);
        _live.Clear();
    }

    private static void Walk(ref THeap heap, THandle handle, TextWriter? trace)
    {
        trace?.WriteLine($"TryGetNext({handle})");
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int from = handle.Equals(default) ? -1 : SlotOf(handle);
            if (!HandleCalls<THeap, THandle>.TryGetNext(ref heap, handle, out handle)) break;
            if (SlotOf(handle) <= from) throw new BreachException($"A walk does not end: behind slot {from} came {handle}.");
        }
    }

    private static int SlotOf(THandle handle) => HandleCalls<THeap, THandle>.ToUntyped(handle).Slot;

    private THandle Any(Random random, Mix mix, bool remove)
    {
        if (random.Next(mix.Every) == 0)
        {
            if (mix.Has(Attacks.Forgery)) return HandleCalls<THeap, THandle>.FromUntyped(new Handle(random.Next(-1, HandleCalls<THeap, THandle>.Slots + 1), (uint)random.Next(8)));
            if (mix.Has(Attacks.DoubleFrees)) return _dead[random.Next(_dead.Count)];
        }

        if (_live.Count == 0) return default;

        int index = random.Next(_live.Count);
        THandle handle = _live[index];
        if (remove)
        {
            _live.RemoveAt(index);
            Bury(handle);
        }

        return handle;
    }

    private void Bury(THandle handle)
    {
        if (_dead.Count == 64) _dead.RemoveAt(0);
        _dead.Add(handle);
    }
}
