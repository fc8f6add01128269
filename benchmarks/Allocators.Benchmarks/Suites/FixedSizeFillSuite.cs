using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace Allocators.Benchmarks.Suites;

/// <summary>W2 of 1 KiB: 64 objects are allocated, then all are freed; an operation is one call.</summary>
public class FixedSizeFillSuite
{
    private const int Objects = FreeL.Blocks;
    private const int Calls = Objects * 2;

    private FillAndDrain _work = null!;
    private WholeBlockContestant<FreeL.Whole> _freeList;
    private WholeBlockContestant<FreeLUnchecked.Whole> _unchecked;
    private HandleContestant<SlabOfFreeL.ByHandle, SlabOfFreeL.Handle> _slab;
    private HandWrittenCheckedContestant _byHand;
    private HandWrittenContestant _byHandUnchecked;
    private MimallocContestant _mimalloc;
    private NativeContestant _native;
    private ArrayContestant<ObjectPoolArrays> _objects = new(Objects);
    private ArrayContestant<PooledArrays> _pooled = new(Objects);
    private NullContestant _nothing;

    [ParamsAllValues]
    public DrainOrder Order { get; set; }

    [GlobalSetup]
    public void SetUp() => _work = new FillAndDrain(FreeL.BlockSize, Objects, Order);

    [Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public void NativeMemory() => _work.Run(ref _native);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Mimalloc() => _work.Run(ref _mimalloc);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void FreeList() => _work.Run(ref _freeList);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void HandWritten() => _work.Run(ref _byHand);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void FreeListUnchecked() => _work.Run(ref _unchecked);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void HandWrittenUnchecked() => _work.Run(ref _byHandUnchecked);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Slab() => _work.Run(ref _slab);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ObjectPool() => _work.Run(ref _objects);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ArrayPool() => _work.Run(ref _pooled);

    [Benchmark(OperationsPerInvoke = Calls)]
    public void LoopItself() => _work.Run(ref _nothing);
}
