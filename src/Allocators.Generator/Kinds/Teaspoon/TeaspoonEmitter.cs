using System.Globalization;
using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>Writes what is particular about a teaspoon, part by part.</summary>
internal static class TeaspoonEmitter
{
    public static HeapCore Core(TeaspoonSpec spec) => new(
        spec.Bytes.ToString(CultureInfo.InvariantCulture),
        writer => WriteState(writer, spec))
    {
        UsesMemory = true,
        Constants =
        [
            new("int", "HeaderBytes", $"{spec.Variant.HeaderBytes}", $"Bytes of the header before each block: {spec.Variant.HeaderBytes}."),
            new("int", "Granule", $"{spec.GranuleBytes}", $"A block and its header are a multiple of so many bytes, which is the alignment of every block: {spec.GranuleBytes}."),
        ],
        PrivateConstants =
        [
            new("int", "GranuleShift", $"{spec.Variant.GranuleShift}", ""),
            new("int", "Granules", $"{spec.Granules}", ""),
            new("int", "MinGranules", $"{TeaspoonSpec.MinGranules}", ""),
            new("int", "FirstPayload", $"{spec.FirstPayload}", ""),
        ],
        WriteMembers = WriteVerify,
        FindsFaults = true,
    };

    private static void WriteState(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.Write("/// <summary>Which granules are taken: the free blocks in bins by size, the rest told by the headers in the memory.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        FieldsPart.Write(writer, spec);
        TakePart.Write(writer, spec);
        FreePart.Write(writer, spec);
        ResizePart.Write(writer, spec);
        WalkPart.Write(writer, spec);
        BinsPart.Write(writer, spec);
        HeadersPart.Write(writer, spec);
        writer.Close();
    }

    private static void WriteVerify(SurfaceContext context)
    {
        context.Writer.WriteNext($$"""
            /// <summary>Walks over the whole heap and checks that headers, free blocks and counters agree.</summary>
            /// <exception cref="global::System.InvalidOperationException">Something was overwritten; the message says where.</exception>
            public {{context.ReadModifier}}void Verify()
            {
                {{context.Enter}}
                string? fault = {{context.Ask("FindFault")}};
                {{context.Exit}}
                if (fault != null) global::Allocators.ThrowHelper.Corrupted({{context.NameOf}}, fault);
            }
            """);
    }
}
