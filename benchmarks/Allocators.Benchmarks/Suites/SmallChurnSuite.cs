using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W3 of C1M: random sizes and lifetimes at a level of the live bytes; an operation is one call.</summary>
public class SmallChurnSuite
{
    private const int Steps = 100_000;

    private Churn _churn = null!;
    private HeapContestant<C1M.Allocator> _chunkHeap;
    private HeapContestant<C1MImmediate.Allocator> _immediate;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private NullContestant _nothing;

    [Params(0.8, 0.95)]
    public double Level { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        C1M.Reset();
        C1MImmediate.Reset();
        _churn = Churn.OfC1M(Level, C1M.ChunkSize);
    }

    [Benchmark(OperationsPerInvoke = Steps, Baseline = true)]
    public void NativeMemory() => _churn.Run(ref _native, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Mimalloc() => _churn.Run(ref _mimalloc, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void ChunkHeap() => _churn.Run(ref _chunkHeap, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void ChunkHeapImmediate() => _churn.Run(ref _immediate, Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public void LoopItself() => _churn.Run(ref _nothing, Steps);
}
