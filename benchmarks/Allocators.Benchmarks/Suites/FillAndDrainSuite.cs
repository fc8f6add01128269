using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W2: objects of one chunk until C1M is full, then all are freed; an operation is one call.</summary>
public class FillAndDrainSuite
{
    private const int Calls = C1M.Chunks * 2;

    private FillAndDrain _work = null!;
    private HeapContestant<C1M.Allocator> _chunkHeap;
    private HeapContestant<C1MImmediate.Allocator> _immediate;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private ArrayContestant<PooledArrays> _pooled = new(C1M.Chunks);
    private ArrayContestant<NewArrays> _garbage = new(C1M.Chunks);
    private NullContestant _nothing;

    [ParamsAllValues]
    public DrainOrder Order { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        C1M.Reset();
        C1MImmediate.Reset();
        _work = new FillAndDrain(C1M.ChunkSize, C1M.Chunks, Order);
    }

    [Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public void NativeMemory() => _work.Run(ref _native);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Mimalloc() => _work.Run(ref _mimalloc);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ChunkHeap() => _work.Run(ref _chunkHeap);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ChunkHeapImmediate() => _work.Run(ref _immediate);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ArrayPool() => _work.Run(ref _pooled);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void NewArray() => _work.Run(ref _garbage);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void LoopItself() => _work.Run(ref _nothing);
}
