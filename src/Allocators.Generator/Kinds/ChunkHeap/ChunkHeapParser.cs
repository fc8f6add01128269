using System;
using System.Globalization;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>Reads <c>[ChunkHeap(Chunks, ChunkSize)]</c>.</summary>
internal static class ChunkHeapParser
{
    private static readonly ChunkHeapAttribute Defaults = new();

    public static ChunkHeapSpec? Parse(KindArguments arguments)
    {
        HeapOptions options = arguments.Options();
        int chunks = arguments.Positive(nameof(ChunkHeapAttribute.Chunks), Defaults.Chunks);
        int chunkSize = arguments.Positive(nameof(ChunkHeapAttribute.ChunkSize), Defaults.ChunkSize);
        Coalescing coalescing = arguments.Enumeration(nameof(ChunkHeapAttribute.Coalescing), Defaults.Coalescing);

        if (chunkSize >= 1 && !PowerOfTwo.Is(chunkSize))
        {
            // A neighbour that would make the heap too large is no way out.
            int most = chunks < 1 ? PowerOfTwo.LargestInt32 : new ChunkHeapSpec(options, chunks, 1, coalescing).MaxChunkSize(options.MaxBytes) ?? 1;
            int below = Math.Min(PowerOfTwo.AtMost(chunkSize), most), above = Math.Min(PowerOfTwo.AtLeast(chunkSize), most);
            bool hasAbove = above > below;
            arguments.Refuse(
                Descriptors.ChunkSizeNotPowerOfTwo,
                nameof(ChunkHeapAttribute.ChunkSize),
                hasAbove ? $"{below},{above}" : $"{below}",
                chunkSize,
                string.Format(CultureInfo.InvariantCulture, hasAbove ? "{0:N0} and {1:N0}" : "{0:N0}", below, above));
        }

        if (!arguments.AreGood) return null;

        ChunkHeapSpec spec = new(options, chunks, chunkSize, coalescing);
        return IsWithinLimits(spec, arguments) ? spec : null;
    }

    private static bool IsWithinLimits(ChunkHeapSpec spec, KindArguments arguments)
    {
        int maxBytes = spec.Options.MaxBytes;
        if (spec.TotalBytesLong <= maxBytes) return true;

        // A chunk count has a nearest good value, unless a single chunk is too large already. Then so many chunks can be smaller; if they cannot, both are too large.
        bool chunkTooLarge = (spec with { Chunks = 1 }).TotalBytesLong > maxBytes;
        string argument = chunkTooLarge ? nameof(spec.ChunkSize) : nameof(spec.Chunks);
        int nearest = chunkTooLarge ? spec.MaxChunkSize(maxBytes) ?? (spec with { Chunks = 1 }).MaxChunkSize(maxBytes) ?? 1 : spec.MaxChunks(maxBytes);

        arguments.Refuse(
            Descriptors.TooLarge,
            argument,
            nearest.ToString(CultureInfo.InvariantCulture),
            spec.Contents,
            spec.TotalBytesLong,
            maxBytes,
            argument,
            nearest);
        return false;
    }
}
