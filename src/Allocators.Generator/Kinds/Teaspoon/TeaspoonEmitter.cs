using System.Globalization;
using Allocators.Generator.Kinds.Teaspoon.Headerless;
using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>Writes what is particular about a teaspoon, part by part.</summary>
internal static class TeaspoonEmitter
{
    public static KindCode Code(TeaspoonSpec spec) => new(
        spec.Bytes.ToString(CultureInfo.InvariantCulture),
        writer => WriteState(writer, spec))
    {
        Shape = new()
        {
            UsesMemory = true,
            Blocks = spec.HasHeaders ? BlockKnowledge.ByStart : spec.Options.IsChecked ? BlockKnowledge.ByStartAndLength : BlockKnowledge.Nothing,
            End = EndOfMemory.OfState,
            Told = spec.BelievesNothing ? ToldCapacity.ToTakeAndFree : ToldCapacity.Never,
            Trust = spec.BelievesNothing ? Trust.NotToTakeOrFree : Trust.Always,
            Merging = spec.IsParking ? Merging.Late : Merging.AtOnce,
            Faults = spec.HasHeaders || spec.Options.IsChecked ? FaultFinding.All : FaultFinding.Some,
            NoticesDamage = true,
        },
        Constants =
        [
            .. spec.HasHeaders ? [new("int", "HeaderBytes", $"{spec.Variant.HeaderBytes}", $"Bytes of the header before each block: {spec.Variant.HeaderBytes}.")] : (HeapConstant[])[],
            new("int", "Granule", $"{spec.GranuleBytes}", $"A block{(spec.HasHeaders ? " and its header are" : " is")} a multiple of so many bytes, which is the alignment of every block: {spec.GranuleBytes}."),
        ],
        PrivateConstants =
        [
            new("int", "GranuleShift", $"{spec.Variant.GranuleShift}", ""),
            new("int", "Granules", $"{spec.Granules}", ""),
            new("int", "MinGranules", $"{spec.MinGranules}", ""),
            .. spec.HasHeaders ? [new("int", "FirstPayload", $"{spec.FirstPayload}", "")] : (HeapConstant[])[],
        ],
        Verifies = "Walks over the whole heap and checks that headers, free blocks and counters agree.",
    };

    private static void WriteState(CodeWriter writer, TeaspoonSpec spec)
    {
        string notes = spec.HasHeaders ? "the rest told by the headers in the memory" : "the rest told by marks and by the lengths of blocks";
        writer.Write($"/// <summary>Which granules are taken: the free blocks in bins by size, {notes}.</summary>");
        writer.Write("private struct HeapState");
        writer.Open();
        FieldsPart.Write(writer, spec);
        DamagePart.Write(writer, spec);
        if (spec.HasHeaders) WriteWithHeaders(writer, spec);
        else WriteWithoutHeaders(writer, spec);
        writer.Close();
    }

    private static void WriteWithHeaders(CodeWriter writer, TeaspoonSpec spec)
    {
        TakePart.Write(writer, spec);
        if (spec.IsParking) ParkingPart.Write(writer, spec);
        FreePart.Write(writer, spec);
        ResizePart.Write(writer, spec);
        WalkPart.Write(writer, spec);
        BinsPart.Write(writer, spec);
        if (spec.IsParking) ClassesPart.Write(writer, spec);
        HeadersPart.Write(writer, spec);
    }

    private static void WriteWithoutHeaders(CodeWriter writer, TeaspoonSpec spec)
    {
        HeaderlessTakePart.Write(writer, spec);
        HeaderlessFreePart.Write(writer, spec);
        HeaderlessWalkPart.Write(writer, spec);
        BinsPart.WriteNumbers(writer, spec);
        BinsPart.WriteFind(writer, spec);
        FreeBlocksPart.Write(writer, spec);
        if (spec.IsParking) HeaderlessParkingPart.Write(writer, spec);
        if (spec.IsParking) ClassesPart.Write(writer, spec);
        MarksPart.Write(writer, spec);
    }
}
