using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Model;

namespace Allocators.Generator.Tests.Specs;

/// <summary>Specs with the defaults of each place.</summary>
internal static class SpecFactory
{
    public static HeapOptions InlineOptions { get; } = Options(MemoryPlace.Inline);

    public static HeapOptions Options(MemoryPlace place, State state = State.Automatic) => Options(new HeapPlace(place), state);

    public static HeapOptions Options(HeapPlace place, State state = State.Automatic) =>
        new(place, state, Synchronization.None, Checks.Standard, place.DefaultAlignment);

    public static ChunkHeapSpec Inline(int chunks, int chunkSize, Coalescing coalescing = Coalescing.Deferred) =>
        new(InlineOptions, chunks, chunkSize, coalescing);
}
