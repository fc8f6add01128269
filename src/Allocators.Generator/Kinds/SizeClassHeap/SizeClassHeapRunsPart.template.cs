// Blocks of a heap of size classes that are not small: runs of up to 64 slots, with a bit where a slot is free.
using System;
using System.Runtime.CompilerServices;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

internal partial struct SizeClassHeapState
{
    // A run is told by its first unit: the bits are its first word, its size is how many slots it has. Those of its other units tell the first.

    /// <summary>Takes a slot of a run that has one, or of a new run; -1 if there is neither.</summary>
    private int TakeFromRun(int code)
    {
        int run = RunWithRoom(code);
        if (run == 0) run = NewRun(code);
        if (run == 0) return -1;

        ref ulong slots = ref HeapMemory.At(ref _words.First, WordOf(run));
        int slot = BitMath.TrailingZeroCount(slots);
        slots &= unchecked(slots - 1);
        return OffsetOf(run) + (slot * BytesOf(code));
    }

    /// <summary>A run of a class with a free slot, or 0. Only the first in the list can be full, and leaves it then.</summary>
    private int RunWithRoom(int code)
    {
        int run = Known(HeapMemory.Read(in _heads.First, code));
        if (run == 0 || HeapMemory.Read(in _words.First, WordOf(run)) != 0) return run;

        RemoveRun(run, code);
        run = Known(HeapMemory.Read(in _heads.First, code));
        return run != 0 && HeapMemory.Read(in _words.First, WordOf(run)) != 0 ? run : 0;
    }

    /// <summary>Cuts free units into slots of a class, as many as its runs have in eight, or as are free; 0 if not even one is.</summary>
    private int NewRun(int code)
    {
        int bytes = BytesOf(code);
        int most = Math.Max(Math.Min(64, MaxRunBytes / bytes), 1);
        int slots = Math.Max(Math.Min(Math.Max(HeapMemory.Read(in _slots.First, code) >> 3, FirstRunBytes / bytes), most), 1);
        int units = UnitsFor(slots * bytes), run = TakeUnits(units, 1);
        if (run == 0)
        {
            units = Math.Min(units, LongestExtent());
            slots = (units << UnitShift) / bytes;
            if (slots == 0) return 0;

            units = UnitsFor(slots * bytes);
            run = TakeUnits(units, 1);
            if (run == 0) return 0;
        }

        slots = Math.Min(64, (units << UnitShift) / bytes);
        HeapMemory.At(ref _words.First, WordOf(run)) = BitMath.Ones(slots);
        HeapMemory.At(ref _sizes.First, run) = (ushort)slots;
        HeapMemory.At(ref _classes.First, run) = (byte)code;
        for (int unit = run + 1; unit < run + units; unit++)
        {
            HeapMemory.At(ref _classes.First, unit) = InsideRun;
            HeapMemory.At(ref _sizes.First, unit) = (ushort)run;
        }

        ref int all = ref HeapMemory.At(ref _slots.First, code);
        all = unchecked(all + slots);
        AddRun(run, code);
        return run;
    }

    /// <summary>Frees a slot of a run. One that was full gets into the list of its class again.</summary>
    private bool TryFreeInRun(int unit, int code, int offset, int length)
    {
        if (code == InsideRun)
        {
            unit = Known(HeapMemory.Read(in _sizes.First, unit));
            code = HeapMemory.Read(in _classes.First, unit);
        }

        int within = offset - OffsetOf(unit), count = HeapMemory.Read(in _sizes.First, unit);
        if (!IsRunCode(code) || within < 0 || !IsRun(unit, code, count)) return false;

        int bytes = BytesOf(code), slot = within / bytes;
        ulong bit = 1UL << slot;
        ref ulong slots = ref HeapMemory.At(ref _words.First, WordOf(unit));
        ulong free = slots;
        if (slot >= count || slot * bytes != within || (free & bit) != 0 || !Check.IsInside(unchecked(length - 1), bytes)) return false;

        slots = free | bit;
        if (free == 0 && HeapMemory.Read(in _heads.First, code) != unit) AddRun(unit, code);
        if ((free | bit) == BitMath.Ones(count) && !IsKept(unit)) Keep(unit);
        return true;
    }

    /// <summary>Gives the units of an empty run back.</summary>
    private void ReleaseRun(int run, int code, int slots)
    {
        RemoveRun(run, code);
        int units = UnitsFor(slots * BytesOf(code));
        for (int unit = run; unit < run + units; unit++) HeapMemory.At(ref _classes.First, unit) = 0;
        HeapMemory.At(ref _words.First, WordOf(run)) = 0;
        ref int all = ref HeapMemory.At(ref _slots.First, code);
        all = unchecked(all - slots);
        ReleaseUnits(run, units);
    }

    /// <summary>Puts a run second in the list of its class, so that the first is used up before.</summary>
    private void AddRun(int run, int code)
    {
        ref ushort start = ref HeapMemory.At(ref _heads.First, code);
        int first = Known(start), next = first == 0 ? 0 : Known(HeapMemory.Read(in _next.First, first));
        HeapMemory.At(ref _next.First, run) = (ushort)next;
        HeapMemory.At(ref _previous.First, run) = (ushort)first;
        HeapMemory.At(ref _previous.First, next) = (ushort)run;
        if (first == 0) start = (ushort)run;
        else HeapMemory.At(ref _next.First, first) = (ushort)run;
    }

    /// <summary>Takes a run off the list of its class.</summary>
    private void RemoveRun(int run, int code)
    {
        int next = Known(HeapMemory.Read(in _next.First, run)), previous = Known(HeapMemory.Read(in _previous.First, run));
        HeapMemory.At(ref _previous.First, next) = (ushort)previous;
        if (previous == 0) HeapMemory.At(ref _heads.First, code) = (ushort)next;
        else HeapMemory.At(ref _next.First, previous) = (ushort)next;
    }

    /// <summary>Units that so many bytes take.</summary>
    private static int UnitsFor(int bytes) => (bytes + UnitBytes - 1) >> UnitShift;

    /// <summary>Where a unit starts.</summary>
    private static int OffsetOf(int unit) => (unit - 1) << UnitShift;

    /// <summary>Bytes of a slot of a class.</summary>
    private static int BytesOf(int code) => code > LastClass ? (code - SmallRun) << GranuleShift : SizeClasses.BytesOf(code);
}
