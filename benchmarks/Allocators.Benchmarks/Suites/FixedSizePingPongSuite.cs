using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W1 of 1 KiB: one object is allocated and freed, by heaps that have nothing but such objects; an operation is a pair of calls.</summary>
public class FixedSizePingPongSuite
{
    private const int Pairs = 10_000;
    private const int Size = FreeL.BlockSize;

    private WholeBlockContestant<FreeL.Whole> _freeList;
    private WholeBlockContestant<FreeLUnchecked.Whole> _unchecked;
    private HandleContestant<SlabOfFreeL.ByHandle, SlabOfFreeL.Handle> _slab;
    private HandWrittenCheckedContestant _byHand;
    private HandWrittenContestant _byHandUnchecked;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private ArrayContestant<ObjectPoolArrays> _objects = new(1);
    private ArrayContestant<PooledArrays> _pooled = new(1);
    private NullContestant _nothing;

    [Benchmark(OperationsPerInvoke = Pairs, Baseline = true)]
    public void NativeMemory() => PingPong.Run(ref _native, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void Mimalloc() => PingPong.Run(ref _mimalloc, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void FreeList() => PingPong.Run(ref _freeList, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void HandWritten() => PingPong.Run(ref _byHand, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void FreeListUnchecked() => PingPong.Run(ref _unchecked, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void HandWrittenUnchecked() => PingPong.Run(ref _byHandUnchecked, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void Slab() => PingPong.Run(ref _slab, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ObjectPool() => PingPong.Run(ref _objects, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void ArrayPool() => PingPong.Run(ref _pooled, Size, Pairs);

    [Benchmark(OperationsPerInvoke = Pairs)]
    public void LoopItself() => PingPong.Run(ref _nothing, Size, Pairs);
}
