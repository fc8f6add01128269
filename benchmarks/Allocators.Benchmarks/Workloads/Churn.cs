using System.Diagnostics;
using Allocators.Benchmarks.Contestants;

namespace Allocators.Benchmarks.Workloads;

/// <summary>
/// W3: random sizes, random lifetimes, a steady level. One draw a step: while the level is reached (or the last request
/// failed) a random live block is freed, otherwise one is allocated.
/// </summary>
/// <param name="MinSize">Bytes of the smallest request.</param>
/// <param name="MaxSize">Bytes of the largest request.</param>
/// <param name="TargetBytes">The level, in live bytes.</param>
/// <param name="IsAligned">Whether alignments are drawn from 1 to 128, instead of 1.</param>
/// <param name="Granule">Live bytes are counted rounded up to a multiple of this power of two: 1 counts what was asked for.</param>
internal sealed record Churn(int MinSize, int MaxSize, long TargetBytes, bool IsAligned, int Granule = 1)
{
    /// <summary>Room for the live blocks of any run.</summary>
    private readonly (long Token, int Size)[] _live = new (long, int)[(TargetBytes / ((MinSize + MaxSize) / 2) * 2) + 1024];

    private Xorshift _random = new();
    private int _count;
    private long _liveBytes;
    private bool _lastFailed;

    /// <summary>Requests that failed so far.</summary>
    public long Failed { get; private set; }

    /// <summary>Requests so far.</summary>
    public long Requests { get; private set; }

    /// <summary>C1M: 4,096 chunks of 256 bytes, in a heap that is filled to a level.</summary>
    public static Churn OfC1M(double level, int granule = 1) => new(1, 2048, (long)(level * (1 << 20)), true, granule);

    /// <summary>C160M: 655,360 chunks of 256 bytes, in a heap that is filled to a level.</summary>
    public static Churn OfC160M(double level) => new(64, 16_384, (long)(level * (160 << 20)), true);

    /// <summary>Goes on for a number of steps and gives the nanoseconds a step.</summary>
    public double Run<TContestant>(ref TContestant contestant, int steps)
        where TContestant : struct, IContestant
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < steps; i++) Step(ref contestant);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / steps;
    }

    /// <summary>One step timed alone, in ticks of the stopwatch.</summary>
    public long TimedStep<TContestant>(ref TContestant contestant)
        where TContestant : struct, IContestant
    {
        long start = Stopwatch.GetTimestamp();
        Step(ref contestant);
        return Stopwatch.GetTimestamp() - start;
    }

    /// <summary>Frees everything and starts again.</summary>
    public void Drain<TContestant>(ref TContestant contestant)
        where TContestant : struct, IContestant
    {
        while (_count > 0) contestant.Free(_live[--_count].Token);
        _random = new Xorshift();
        _liveBytes = 0;
        _lastFailed = false;
        Failed = Requests = 0;
    }

    private int Counted(int size) => (size + Granule - 1) & -Granule;

    private void Step<TContestant>(ref TContestant contestant)
        where TContestant : struct, IContestant
    {
        ulong r = _random.Next();
        if ((_liveBytes >= TargetBytes || _lastFailed) && _count > 0)
        {
            int victim = (int)((r >> 32) % (uint)_count);
            (long token, int size) = _live[victim];
            _live[victim] = _live[--_count];
            _liveBytes -= Counted(size);
            _lastFailed = false;
            contestant.Free(token);
        }
        else
        {
            int size = MinSize + (int)(r % (uint)(MaxSize - MinSize + 1));
            int alignment = IsAligned ? 1 << (int)((r >> 48) & 7) : 1;
            Requests++;
            _lastFailed = !contestant.TryAlloc(size, alignment, out long token);
            if (_lastFailed)
            {
                Failed++;
            }
            else
            {
                _live[_count++] = (token, size);
                _liveBytes += Counted(size);
            }
        }
    }
}
