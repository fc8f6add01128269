using System.Collections.Generic;
using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>The promise to whoever counts bytes: 2.1 bits a chunk, and not more than 64 bytes besides.</summary>
public class BookkeepingBudgetTests
{
    private const double BitsPerChunk = 2.1;
    private const int FixedBytes = 64;

    public static TheoryData<int> ChunkCounts
    {
        get
        {
            // Around every power of two, and one that is no neighbour of any.
            SortedSet<int> counts = [];
            for (int power = 1; power <= 1 << 26; power *= 2) counts.UnionWith([power, power + 1, (2 * power) - 1, power + (power / 3)]);
            return new TheoryData<int>(counts);
        }
    }

    [Theory]
    [MemberData(nameof(ChunkCounts))]
    public void BookkeepingStaysWithinBudget(int chunks)
    {
        foreach (MemoryPlace place in (MemoryPlace[])[MemoryPlace.Inline, MemoryPlace.Pointer])
        {
            foreach (Coalescing coalescing in (Coalescing[])[Coalescing.Immediate, Coalescing.Deferred])
            {
                ChunkHeapSpec spec = new(SpecFactory.Options(place), chunks, 1, coalescing);

                Assert.InRange(spec.OverheadBytes, chunks * 2.0 / 8, (chunks * BitsPerChunk / 8) + FixedBytes);
            }
        }
    }
}
