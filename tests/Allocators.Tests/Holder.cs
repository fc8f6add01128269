namespace Allocators.Tests;

/// <summary>A heap in an object, which the garbage collector may move.</summary>
internal sealed class Holder<THeap>
    where THeap : struct, IHeap
{
    public THeap Heap;
}
