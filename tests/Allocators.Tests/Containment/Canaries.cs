using System;

namespace Allocators.Tests.Containment;

/// <summary>Bytes around what belongs to a heap, which nobody writes.</summary>
internal readonly unsafe struct Canaries
{
    private const byte Canary = 0xC5;

    private readonly byte* _start, _owned, _ownedEnd, _end;

    /// <summary>Sets them in the bytes from start to end, except those that are owned.</summary>
    public Canaries(byte* start, byte* owned, byte* ownedEnd, byte* end)
    {
        _start = start;
        _owned = owned;
        _ownedEnd = ownedEnd;
        _end = end;
        Before.Fill(Canary);
        Behind.Fill(Canary);
    }

    private Span<byte> Before => new(_start, (int)(_owned - _start));

    private Span<byte> Behind => new(_ownedEnd, (int)(_end - _ownedEnd));

    /// <exception cref="BreachException">One was written over.</exception>
    public void Check(string what)
    {
        int before = Before.IndexOfAnyExcept(Canary), behind = Behind.IndexOfAnyExcept(Canary);
        if (before >= 0) throw new BreachException($"A byte {_owned - _start - before} in front of {what} was overwritten by 0x{Before[before]:X2}.");
        if (behind >= 0) throw new BreachException($"A byte {behind} behind {what} was overwritten by 0x{Behind[behind]:X2}.");
    }
}
