using System.Collections.Generic;
using System.Globalization;
using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>Writes what is particular about a chunk heap; the search is that of its size.</summary>
internal static class ChunkHeapEmitter
{
    public static KindCode Code(ChunkHeapSpec spec) => new(
        "Chunks * ChunkSize",
        writer => WriteState(writer, spec))
    {
        Constants =
        [
            new("int", "Chunks", $"{spec.Chunks}", Text("Number of chunks: {0:N0}.", spec.Chunks)),
            new("int", "ChunkSize", $"{spec.ChunkSize}", Text("Bytes in a chunk, the smallest unit that is given out: {0:N0}.", spec.ChunkSize)),
        ],
        PrivateConstants = PrivateConstants(spec),
        Shape = new() { HasShortcuts = spec.Options.IsLockFree },
    };

    private static void WriteState(CodeWriter writer, ChunkHeapSpec spec)
    {
        if (spec.Options.IsLockFree) SingleChunksState.Write(writer, spec, WriteRuns);
        else WriteRuns(writer, spec, "HeapState");
    }

    private static void WriteRuns(CodeWriter writer, ChunkHeapSpec spec, string name)
    {
        if (spec.IsOneWord) OneWordState.Write(writer, spec, name);
        else ManyWordsState.Write(writer, spec, name);
    }

    private static List<HeapConstant> PrivateConstants(ChunkHeapSpec spec)
    {
        List<HeapConstant> constants = [new("int", "ChunkShift", $"{spec.ChunkShift}", "")];
        if (spec.IsOneWord)
        {
            constants.Add(new("ulong", "AllChunks", $"0x{ulong.MaxValue >> (64 - spec.Chunks):X}", ""));
            return constants;
        }

        constants.Add(new("int", "Words", $"{spec.Words}", ""));
        if (spec.ChunksInLastWord < ChunkHeapSpec.ChunksInWord)
        {
            constants.Add(new("ulong", "LastChunks", $"0x{ulong.MaxValue >> (64 - spec.ChunksInLastWord):X}", ""));
        }

        constants.Add(new("int", "GroupShift", "7", ""));
        if (spec.Rows > 1) constants.Add(new("int", "Rows", $"{spec.Rows}", ""));
        return constants;
    }

    private static string Text(string format, object value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
