using System.Collections.Generic;
using System.Linq;
using System.Text;
using Allocators.Generator.Model;

namespace Allocators.Generator.Surface;

/// <summary>Where the memory is: the declaration of the type with its layout, and its fields.</summary>
internal static class StorageSurface
{
    private const string SequentialLayout =
        "global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential";

    /// <summary>The rule looks at the user's part of the type as well, where it would be a warning of what is written here.</summary>
    private const string NotCompared =
        "[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Performance\", \"CA1815\", Justification = \"Heaps are not compared.\")]";

    public static void WriteTypeHeader(SurfaceContext context, string generated)
    {
        HeapSpec spec = context.Spec;
        string article = (context.Options.IsStatic ? "The process-wide heap of" : "A heap of") + (context.Options.IsForeign ? " up to" : "");
        string memory = context.Options.IsForeign ? "up to " : "";

        context.Writer.Write($$"""
            /// <summary>{{article}} {{spec.ContentsInDocs}}: {{memory}}{{MemoryText(spec)}} and {{spec.OverheadBytes:N0}} bytes of bookkeeping.</summary>
            /// <remarks>
            /// <code>
            {{LayoutTable(spec)}}
            /// </code>
            /// {{WhatZeroIs(spec)}}
            {{WhoShares(context)}}
            /// </remarks>
            {{generated}}
            """);

        if (context.Options.IsStatic)
        {
            context.Writer.Write($"partial class {context.Name}");
            return;
        }

        string size = spec.Element is null ? $", Size = {spec.TotalBytes}" : "";
        string layout = context.Options.IsInline ? $"[{SequentialLayout}{size})]" : "";
        string interfaces = context.Options.Place.Memory != MemoryPlace.Span || context.Capabilities.RefStructsImplementInterfaces ? " : global::Allocators.IHeap" : "";
        string notCompared = context.Options.Place.Memory == MemoryPlace.Span ? "" : NotCompared;
        string isRef = context.Options.Place.Memory == MemoryPlace.Span ? "ref " : "";
        context.Writer.Write($$"""
            {{layout}}
            {{notCompared}}
            {{(spec.IsCopiedWithStruct ? "[global::Allocators.NonCopyable]" : "")}}
            {{isRef}}partial struct {{context.Name}}{{interfaces}}
            """);
    }

    public static void WriteFields(SurfaceContext context)
    {
        if (context.Options.Place.IsInStaticField)
        {
            string firstByte = context.Spec.Element is null ? "AlignUp(ref _heap.Memory, MemoryAlignment)" : "FirstByte(ref _heap.Memory)";
            context.Writer.WriteNext($$"""
                [global::System.Runtime.CompilerServices.FixedAddressValueType]
                private static Fields _heap;

                /// <summary>The first byte of the memory, which cannot move.</summary>
                private static ref byte FirstByte => ref global::Allocators.HeapMemory.{{firstByte}};
                """);
            return;
        }

        if (context.Options.IsForeign)
        {
            ForeignSurface.WriteFields(context);
            return;
        }

        string lockField = context.Spec.IsLocked ? "private global::Allocators.HeapLock _lock;" : "";
        context.Writer.WriteNext($$"""
            private HeapState _state;
            {{lockField}}
            private {{MemoryType(context)}} _memory;
            """);
    }

    /// <summary>Writes the types that the fields need besides the state.</summary>
    public static void WriteTypes(SurfaceContext context)
    {
        if (context.Options.IsForeign) ForeignSurface.WriteTypes(context);
        else if (context.Spec.Element is { } element) ValuesSurface.WriteMemory(context.Writer, element, context.Spec.Capacity);
        if (!context.Options.Place.IsInStaticField) return;

        bool isKnown = context.Spec.Element is null;
        string text = isKnown ? $": the memory is {Number(context.Spec.MemoryFieldBytes)} bytes, of which up to {context.Options.Alignment} are skipped" : "";
        string size = isKnown ? $", Size = {context.Spec.TotalBytes}" : "";
        context.Writer.WriteNext($$"""
            /// <summary>Everything in one piece{{text}}.</summary>
            [{{SequentialLayout}}{{size}})]
            private struct Fields
            {
                public HeapState State;
                {{context.LockField}}
                public {{MemoryType(context)}} Memory;
            }
            """);
    }

    private static string MemoryType(SurfaceContext context) => context.Spec.Element is null ? "byte" : ValuesSurface.MemoryType;

    private static string MemoryText(HeapSpec spec) => spec.Element is null ? $"{Number(spec.Capacity)} bytes of memory" : $"memory for {Number(spec.Capacity)} values";

    private static string WhatZeroIs(HeapSpec spec) => spec.Options.Place switch
    {
        { IsInStaticField: true } => "All zero is the empty heap: nothing runs at start-up, and under NativeAOT all of it lies in <c>.bss</c>.",
        { IsInStruct: true } => "All zero is the empty heap: no constructor has to run. It is a value: a copy is another heap, so pass it by <c>ref</c>.",
        { IsStatic: true } => $"This lies in {(spec.IsStateInMemory ? "front of the memory, where all zero is the empty heap" : "static fields, beside the place of the memory")}. Before <see cref=\"Attach(nint, long)\"/> there is no memory, and no request finds room.",
        _ when spec.IsStateInMemory => "This lies in front of the memory. All zero is the empty heap, and a copy of the struct is the same heap.",
        _ => "This lies in the struct, beside the place of the memory: a copy is another heap on the same memory, so pass it by <c>ref</c>.",
    };

    private static string WhoShares(SurfaceContext context)
    {
        if (!context.Spec.IsShared) return "";

        string recovered = context.Recovers ? "<see cref=\"TryRecover\"/> succeeds or " : "";
        return $"""
            /// Processes can share it. After one died during a call, every call of all of them throws an <see cref="global::Allocators.AbandonedHeapException"/>
            /// until {recovered}<see cref="Reset"/> is called. Blocks that a process did not free before it ended stay live.
            """;
    }

    private static string LayoutTable(HeapSpec spec)
    {
        StringBuilder table = new($"/// {"offset",11}  {"bytes",11}  field");
        int offset = 0;
        int width = spec.Layout.Select(static row => row.Field.Length).DefaultIfEmpty(0).Max();
        foreach (LayoutRow row in spec.Layout)
        {
            string start = $"\n/// {Number(offset),11}  {(row.IsSizeKnown ? Number(row.Bytes) : ""),11}  {row.Field.PadRight(width)}  ";
            foreach (string part in Lines(row.Text))
            {
                table.Append(start).Append(part);
                start = "\n/// " + new string(' ', start.Length - "\n/// ".Length);
            }

            offset += row.Bytes;
        }

        return table.ToString();
    }

    /// <summary>A text in lines that are not too long for the table.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        const int Most = 80;
        while (text.Length > Most)
        {
            int end = text.LastIndexOf(' ', Most);
            yield return text.Substring(0, end);
            text = text.Substring(end + 1);
        }

        yield return text;
    }

    private static string Number(int value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
