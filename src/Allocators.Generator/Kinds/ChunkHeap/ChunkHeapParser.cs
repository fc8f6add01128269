using System.Globalization;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>Reads <c>[ChunkHeap(Chunks, ChunkSize)]</c>.</summary>
internal static class ChunkHeapParser
{
    private static readonly ChunkHeapAttribute Defaults = new();

    public static ChunkHeapSpec? Parse(KindArguments arguments)
    {
        HeapOptions options = arguments.Options(canBeLockFree: true);
        int chunks = arguments.Positive(nameof(ChunkHeapAttribute.Chunks), Defaults.Chunks);
        int chunkSize = arguments.Positive(nameof(ChunkHeapAttribute.ChunkSize), Defaults.ChunkSize);
        Coalescing coalescing = arguments.Enumeration(nameof(ChunkHeapAttribute.Coalescing), Defaults.Coalescing);

        if (chunkSize >= 1 && !PowerOfTwo.Is(chunkSize))
        {
            int below = PowerOfTwo.AtMost(chunkSize), above = PowerOfTwo.AtLeast(chunkSize);
            string values = above > chunkSize ? $"{below},{above}" : $"{below}";
            arguments.Refuse(
                Descriptors.ChunkSizeNotPowerOfTwo,
                nameof(ChunkHeapAttribute.ChunkSize),
                values,
                chunkSize,
                values.Replace(",", " and "));
        }

        if (!arguments.AreGood) return null;

        ChunkHeapSpec spec = new(options, chunks, chunkSize, coalescing);
        return IsWithinLimits(spec, arguments) ? spec : null;
    }

    private static bool IsWithinLimits(ChunkHeapSpec spec, KindArguments arguments)
    {
        int maxBytes = spec.Options.MaxBytes;
        if (spec.TotalBytesLong <= maxBytes) return true;

        // A chunk count has a nearest good value, unless a single chunk is too large already.
        bool chunkTooLarge = (spec with { Chunks = 1 }).TotalBytesLong > maxBytes;
        string argument = chunkTooLarge ? nameof(spec.ChunkSize) : nameof(spec.Chunks);
        int nearest = chunkTooLarge ? PowerOfTwo.AtMost(maxBytes - 1) : spec.MaxChunks(maxBytes);

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
