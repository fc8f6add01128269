using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W1: one object is allocated and freed; an operation is a pair of calls.</summary>
public class PingPongSuite
{
    private const int Pairs = 10_000;

    private HeapContestant<C1M.Allocator> _chunkHeap;
    private HeapContestant<C1MLocked.Allocator> _locked;
    private HeapContestant<OneWord> _oneWord;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private ArrayContestant<PooledArrays> _pooled = new(1);
    private ArrayContestant<NewArrays> _garbage = new(1);
    private NullContestant _nothing;

    [Params(16, 256, 4096)]
    public int Size { get; set; }

    [Benchmark(OperationsPerInvoke = Pairs, Baseline = true)]
    public void NativeMemory() => PingPong.Run(ref _native, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void Mimalloc() => PingPong.Run(ref _mimalloc, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ChunkHeap() => PingPong.Run(ref _chunkHeap, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ChunkHeapLocked() => PingPong.Run(ref _locked, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ChunkHeapOfOneWord() => PingPong.Run(ref _oneWord, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ArrayPool() => PingPong.Run(ref _pooled, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void NewArray() => PingPong.Run(ref _garbage, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void LoopItself() => PingPong.Run(ref _nothing, Size, Pairs);
}
