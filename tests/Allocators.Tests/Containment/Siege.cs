using System;
using System.IO;

namespace Allocators.Tests.Containment;

/// <summary>A heap under attack.</summary>
internal abstract class Siege
{
    /// <summary>Builds the heap, and does what the seed says to it.</summary>
    /// <exception cref="BreachException">The heap did what it must not.</exception>
    public abstract void Run(int seed, int operations);
}

/// <summary>Ordinary calls of a heap, mixed with damage to its memory and calls that it has to refuse.</summary>
/// <remarks>A call may throw what is documented, or give a wrong answer inside the memory. It must end, and nothing else may happen.</remarks>
/// <param name="site">Where the heap stands.</param>
/// <param name="progress">Takes note of each operation.</param>
/// <param name="trace">Takes what is done, if it is to be looked at.</param>
internal sealed unsafe class Siege<THeap>(Site<THeap> site, Progress progress, TextWriter? trace) : Siege
    where THeap : struct, IHeap
{
    private const int OperationsBetweenChecks = 16;
    private const int MostSteps = 200;

    /// <summary>So many refusals in a row, of requests or of calls, and the heap is of no use any more.</summary>
    private const int Patience = 24;

    private static readonly Recover? OwnTryRecover = Calls<THeap>.Find<Recover>("TryRecover");
    private static readonly Largest? OwnLargestFreeBlock = Calls<THeap>.Find<Largest>("get_LargestFreeBlock");

    private readonly Prey _blocks = new();
    private readonly IHandleSiege<THeap>? _handles = HandleSiege.IfAny<THeap>();
    private Random _random = new(0);
    private Vandal _vandal = new(new Random(0));
    private Mix _mix;
    private bool _canWalk;
    private int _refusals;

    private delegate bool Recover(ref THeap heap);

    private delegate int Largest(ref THeap heap);

    private ref THeap Heap => ref site.Heap;

    private int Capacity => site.Capacity;

    public override void Run(int seed, int operations)
    {
        _random = new Random(seed);
        _vandal = new Vandal(_random);
        _mix = Mix.Of(seed);
        trace?.WriteLine($"{_mix}");
        Build();
        for (int operation = 0; operation < operations; operation++)
        {
            progress.Begin(operation);
            if (_random.Next(_mix.Every) == 0) Vandalize();
            Try(Operate);
            if (operation % OperationsBetweenChecks == 0 || trace is not null) site.Check();
            if (_refusals > Patience) StartOver();
        }

        site.Check();
    }

    /// <summary>Makes a call, which may be refused; but without any attack there is no reason to.</summary>
    private void Try(Action call)
    {
        try
        {
            call();
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or OutOfMemoryException or ArgumentException or AbandonedHeapException)
        {
            if (_mix.Attacks == Attacks.None && refusal is not OutOfMemoryException) throw new BreachException($"Nobody attacked, and this was thrown: {refusal}");

            trace?.WriteLine($"  {refusal.GetType().Name}: {refusal.Message}");
            _refusals++;
            if (refusal is AbandonedHeapException) Recovered();
        }
        catch (Exception fault) when (fault is not BreachException)
        {
            throw new BreachException($"This is not documented: {fault}");
        }
    }

    private void Operate()
    {
        switch (_random.Next(40))
        {
            case < 12:
                Alloc();
                break;
            case < 20:
                Free();
                break;
            case < 24:
                TryResize();
                break;
            case < 27:
                Realloc();
                break;
            case < 29:
                Ask();
                break;
            case 29:
                Walk();
                break;
            case 30:
                Count();
                break;
            case 31:
                trace?.WriteLine("Verify()");
                OwnMembers<THeap>.Verify(ref Heap);
                break;
            case < 35 when _handles is not null:
                _handles.Operate(ref Heap, _random, _mix, ExpectInside, trace);
                break;
            case < 38 when AddressCalls<THeap>.Exist && Capacity > 0:
                AddressCalls<THeap>.Operate(ref Heap, site.Memory, _blocks, _random, AnyBlock(out int index), index, ExpectInside, trace);
                break;
            case 38 when site.FrontBytes > 0 && _random.Next(4) == 0:
                Reopen();
                break;
            case 39 when _random.Next(16) == 0:
                StartOver();
                break;
            default:
                Alloc();
                break;
        }
    }

    private void Alloc()
    {
        int size = AnySize(), alignment = AnyAlignment();
        trace?.WriteLine($"TryAlloc({size}, {alignment})");
        if (!Heap.TryAlloc(size, alignment, out Block block))
        {
            // It may be full of blocks that were lost.
            _refusals++;
            return;
        }

        _refusals = 0;
        Take(block);
    }

    private void Free()
    {
        Block block = AnyBlock(out int index);
        trace?.WriteLine($"Free({block})");
        _blocks.Kill(index);
        Heap.Free(block);
    }

    private void TryResize()
    {
        Block block = AnyBlock(out int index);
        int size = AnySize();
        trace?.WriteLine($"TryResize({block}, {size})");
        _blocks.Kill(index);
        bool resized = Heap.TryResize(ref block, size);
        if (resized || index >= 0) Take(block);
    }

    private void Realloc()
    {
        Block block = AnyBlock(out int index);
        int size = AnySize(), alignment = AnyAlignment();
        trace?.WriteLine($"Realloc({block}, {size}, {alignment})");
        _blocks.Kill(index);
        try
        {
            OwnMembers<THeap>.Realloc(ref Heap, ref block, size, alignment);
        }
        catch (OutOfMemoryException)
        {
            if (index >= 0) Take(block);
            throw;
        }

        Take(block);
    }

    private void Ask()
    {
        Block block = AnyBlock(out int index);
        trace?.WriteLine($"Owns and UsableSize({block})");
        Heap.Owns(block);
        int usable = Heap.UsableSize(block);
        if (index < 0) return;

        ExpectInside(new Block(block.Offset, usable), "UsableSize");
        if (OwnMembers<THeap>.FindsByOffset) ExpectInside(OwnMembers<THeap>.BlockAtOffset(ref Heap, block.Offset), "BlockAtOffset");
    }

    private void Walk()
    {
        if (!_canWalk) return;

        trace?.WriteLine("TryGetNext");
        Block block = _random.Next(2) == 0 ? default : AnyBlock(out _);
        for (int steps = 0; steps < MostSteps; steps++)
        {
            int from = block.Offset;
            bool isFirst = block.IsEmpty;
            if (!OwnMembers<THeap>.TryGetNext(ref Heap, block, out block)) break;

            ExpectInside(block, "TryGetNext");
            if (block.IsEmpty || (!isFirst && block.Offset <= from)) throw new BreachException($"A walk does not end: behind offset {from} came {block}.");
        }
    }

    private void Count()
    {
        trace?.WriteLine("GetStatistics and LargestFreeBlock");
        Heap.GetStatistics();
        OwnLargestFreeBlock?.Invoke(ref Heap);
    }

    private void Reopen()
    {
        trace?.WriteLine("Reopen");
        try
        {
            site.Reopen();
        }
        catch (Exception refusal) when (_mix.Attacks != Attacks.None && refusal is InvalidOperationException or ArgumentException)
        {
            trace?.WriteLine($"  {refusal.GetType().Name}: {refusal.Message}");
            Build();
        }
    }

    private void Recovered()
    {
        bool recovered = false;
        Try(() => recovered = OwnTryRecover is not null && OwnTryRecover(ref Heap));
        trace?.WriteLine($"TryRecover: {recovered}");
        if (!recovered) Try(Reset);
    }

    private void StartOver()
    {
        _refusals = 0;
        if (_random.Next(4) == 0) Build();
        else Try(Reset);
    }

    private void Reset()
    {
        trace?.WriteLine("Reset");
        _blocks.KillAll();
        _handles?.KillAll();
        Heap.Reset();
    }

    private void Build()
    {
        trace?.WriteLine("Build");
        _refusals = 0;
        _blocks.ForgetAll();
        _handles?.KillAll();
        site.Build(_random);
        _canWalk = OwnMembers<THeap>.CanWalk && CanStep();
        trace?.WriteLine($"  {Capacity} bytes at {(nint)site.Memory:X}, behind {site.FrontBytes} of bookkeeping");

        // A forwarder has the call even if the heap it forwards to has none.
        bool CanStep()
        {
            try
            {
                OwnMembers<THeap>.TryGetNext(ref Heap, default, out _);
                return true;
            }
            catch (NotSupportedException)
            {
                return false;
            }
        }
    }

    /// <summary>Takes a block as live, and writes into it what its owner would.</summary>
    private void Take(Block block)
    {
        trace?.WriteLine($"  {block}");
        ExpectInside(block, "A call");
        if (block.IsEmpty) return;

        _blocks.Add(block);
        if (_random.Next(4) == 0) _vandal.Write(new Span<byte>(site.Memory + block.Offset, Math.Min(block.Length, 64)), Capacity);
    }

    /// <summary>Does one of the attacks on memory that are in the mix.</summary>
    private void Vandalize()
    {
        if (Capacity == 0) return;

        Attacks attack = (Attacks)(1 << _random.Next(6));
        if (!_mix.Has(attack)) attack = _mix.Attacks;
        if ((attack & Attacks.StaleWrites) != 0 && _blocks.TryPickDead(_random, out Block dead))
        {
            int end = dead.Offset + dead.Length;
            if (_random.Next(4) == 0) Write(end - 8, 8, "stale");
            else Write(dead.Offset, Math.Min(dead.Length, 16), "stale");
        }

        if ((attack & Attacks.Overruns) != 0 && _blocks.TryPickLive(_random, out Block live)) Write(live.Offset + live.Length, 1 + _random.Next(64), "overrun");

        if ((attack & Attacks.Headers) != 0)
        {
            if (_random.Next(4) != 0 && _blocks.TryPickAny(_random, out Block any)) Write(any.Offset - 8, 8, "header");
            else Write(_random.Next(Capacity), 64, "anywhere");
        }

        if ((attack & Attacks.Bookkeeping) != 0 && site.FrontBytes > 0) WriteBookkeeping();
    }

    /// <summary>Writes into the memory, as far as these bytes are inside.</summary>
    private void Write(int offset, int length, string what)
    {
        int start = Math.Clamp(offset, 0, Capacity), end = (int)Math.Clamp((long)offset + length, 0, Capacity);
        if (start >= end) return;

        _vandal.Write(new Span<byte>(site.Memory + start, end - start), Capacity);
        trace?.WriteLine($"  {what}: {Convert.ToHexString(new ReadOnlySpan<byte>(site.Memory + start, end - start))} at {start}");
    }

    private void WriteBookkeeping()
    {
        byte* front = site.Memory - site.FrontBytes;
        int length = _random.Next(16) == 0 ? site.FrontBytes : Math.Min(site.FrontBytes, 1 + _random.Next(64));
        int start = _random.Next(site.FrontBytes - length + 1);
        _vandal.Write(new Span<byte>(front + start, length), Capacity);

        // Whoever has the lock is waited for as long as he lives. There is no process with such a number.
        if (site.LockOffset >= 0 && *(long*)(front + site.LockOffset) > 0) *(int*)(front + site.LockOffset) |= 0x40000000;
        trace?.WriteLine($"  bookkeeping: {Convert.ToHexString(new ReadOnlySpan<byte>(front + start, Math.Min(length, 64)))} at {start} of {site.FrontBytes}");
    }

    /// <summary>A block is inside the memory. The empty block is nowhere, whatever its offset.</summary>
    private void ExpectInside(Block block, string what)
    {
        bool isInside = block.Offset >= 0 && block.Length >= 0 && (long)block.Offset + block.Length <= Capacity;
        if (!isInside && !block.IsEmpty) throw new BreachException($"{what} gave {block}, and the memory has {Capacity}.");
    }

    /// <summary>A live block, or one that a call has to refuse.</summary>
    /// <param name="index">Which of the live blocks; -1 if it is none.</param>
    private Block AnyBlock(out int index)
    {
        if (_random.Next(_mix.Every) == 0)
        {
            index = -1;
            if (_mix.Has(Attacks.Forgery) && _random.Next(2) == 0) return Forge();
            if (_mix.Has(Attacks.DoubleFrees) && _blocks.TryPickDead(_random, out Block dead)) return dead;
        }

        return _blocks.PickLive(_random, out index);
    }

    private Block Forge()
    {
        _blocks.TryPickAny(_random, out Block real);
        return unchecked(_random.Next(10) switch
        {
            0 => new Block(_random.Next(int.MinValue, int.MaxValue), _random.Next(int.MinValue, int.MaxValue)),
            1 => new Block(_random.Next(Capacity + 1), 1 + _random.Next(64)),
            2 => new Block(real.Offset + _random.Next(-64, 64), real.Length),
            3 => new Block(real.Offset, real.Length + _random.Next(-64, 64)),
            4 => new Block(real.Offset, int.MaxValue - _random.Next(16)),
            5 => new Block(real.Offset, -_random.Next(1, 64)),
            6 => new Block(Capacity - _random.Next(64), 1 + _random.Next(64)),
            7 => new Block(real.Offset + _random.Next(Math.Max(real.Length, 1)), 1 + _random.Next(Math.Max(real.Length, 1))),
            8 => new Block(-_random.Next(1, 64), 1 + _random.Next(64)),
            _ => new Block(int.MaxValue - _random.Next(64), 1 + _random.Next(64)),
        });
    }

    private int AnySize() => _random.Next(32) switch
    {
        0 => 0,
        1 => Capacity,
        2 => 1 + _random.Next(Math.Max(Capacity, 1)),
        3 => _random.Next(int.MaxValue),
        4 => int.MaxValue - _random.Next(64),
        < 8 => 1 + _random.Next(2_000),
        < 16 when _blocks.TryPickAny(_random, out Block other) => other.Length,
        < 24 => 1 + _random.Next(16),
        _ => 1 + _random.Next(100),
    };

    private int AnyAlignment() => _random.Next(4) != 0 ? 1 : 1 << _random.Next(System.Numerics.BitOperations.Log2((uint)Heap.MaxAlignment) + 1);
}
