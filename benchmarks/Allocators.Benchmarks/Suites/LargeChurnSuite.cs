using System;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Contests;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W3 of C160M at 80 %; an operation is one call.</summary>
public class LargeChurnSuite : IDisposable
{
    private const int Steps = 100_000;
    private const double Level = 0.8;

    private NativeArena? _arena;
    private Churn _churn = null!;
    private HeapContestant<C160M> _chunkHeap;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private NullContestant _nothing;

    [GlobalSetup]
    public void SetUp()
    {
        _arena = new NativeArena(ChurnContest.ArenaBytesOfC160M);
        _chunkHeap = new(new C160M(_arena.Address, _arena.Length));
        _churn = Churn.OfC160M(Level);
    }

    [Benchmark(OperationsPerInvoke = Steps, Baseline = true)]
    public void NativeMemory() => _churn.Run(ref _native, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Mimalloc() => _churn.Run(ref _mimalloc, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void ChunkHeap() => _churn.Run(ref _chunkHeap, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void LoopItself() => _churn.Run(ref _nothing, Steps);

    [GlobalCleanup]
    public void Dispose()
    {
        _arena?.Dispose();
        GC.SuppressFinalize(this);
    }
}
