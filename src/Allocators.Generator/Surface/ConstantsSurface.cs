using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>The numbers of a heap as constants, for its users and for the code below them.</summary>
internal static class ConstantsSurface
{
    public static void Write(SurfaceContext context)
    {
        HeapSpec spec = context.Spec;
        bool isKnown = spec.Element is null;
        string alignment = isKnown
            ? $"{Number(spec.MaxAlignment)} bytes{(spec.MaxAlignment < context.Options.Alignment ? ", which all blocks have" : context.Options.IsFixed ? "" : ", because the memory can be moved")}"
            : $"that of {spec.Element!.NameInDocs}, which all blocks have, but no more than {spec.MaxAlignment} bytes";
        string capacity = context.CapacityConstant;

        List<HeapConstant> constants =
        [
            new("int", capacity, context.Code.Capacity, $"Bytes the heap can hold{(context.Options.IsForeign ? " if it is given enough memory" : "")}: {spec.InBytes(spec.Capacity)}.") { IsConstant = isKnown },
            .. context.Code.Constants,
            new("int", "MaxAllocation", context.Code.MaxAllocation ?? Same(spec.MaxAllocation), $"Bytes of the largest block: {spec.InBytes(spec.MaxAllocation)}.") { IsConstant = isKnown },
            new("int", "MaxAlignment", context.Code.MaxAlignment ?? $"{spec.MaxAlignment}", $"The largest alignment a block can be asked to have: {alignment}.") { IsConstant = isKnown },
            new("int", "OverheadBytes", $"{spec.OverheadBytes}", $"Bytes of bookkeeping beside the memory: {Number(spec.OverheadBytes)}."),
        ];

        bool first = true;
        foreach (HeapConstant constant in constants)
        {
            if (!first) context.Writer.Write("");
            first = false;
            context.Writer.Write($$"""
                /// <summary>{{constant.Summary}}</summary>
                public {{constant.Declaration}}
                """);
        }

        List<HeapConstant> privateConstants = [.. context.Code.PrivateConstants];
        if (context.Options.IsForeign || (context.Options.IsStatic && isKnown)) privateConstants.Add(new("int", "MemoryAlignment", $"{spec.MemoryAlignment}", ""));
        if (context.Options.IsForeign) privateConstants.Add(new("int", "UnitBytes", context.Code.UnitBytes ?? $"{spec.UnitBytes}", "Bytes of the smallest piece of memory that is of use.") { IsConstant = isKnown });
        if (spec.IsStateInMemory)
        {
            string hash = $"0x{spec.LayoutHash:X16}";
            privateConstants.Add(new("int", "FrontBytes", $"{spec.FrontBytes}", ""));
            privateConstants.Add(new("ulong", "LayoutHash", isKnown ? hash : $"global::Allocators.ForeignMemory.LayoutOfValues({hash}, UnitBytes)", "What the bookkeeping begins with, in the memory.") { IsConstant = isKnown });
        }

        if (privateConstants.Count > 0) context.Writer.Write("");
        foreach (HeapConstant constant in privateConstants)
        {
            if (!constant.IsConstant) context.Writer.WriteNext($"/// <summary>{constant.Summary}</summary>");
            context.Writer.Write($"private {constant.Declaration}");
        }

        string Same(int value) => value == spec.Capacity ? capacity : $"{value}";
    }

    private static string Number(int value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
