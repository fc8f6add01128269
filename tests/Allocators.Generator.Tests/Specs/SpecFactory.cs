using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Model;

namespace Allocators.Generator.Tests.Specs;

/// <summary>Specs with the defaults of a struct.</summary>
internal static class SpecFactory
{
    public static HeapOptions InlineOptions { get; } = new(MemoryPlace.Inline, Synchronization.None, Checks.Standard, HeapOptions.MaxMovableAlignment);

    public static ChunkHeapSpec Inline(int chunks, int chunkSize) => new(InlineOptions, chunks, chunkSize);
}
