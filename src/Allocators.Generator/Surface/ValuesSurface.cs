using System.Collections.Generic;
using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>Memory for so many values of a type whose size only the JIT knows.</summary>
internal static class ValuesSurface
{
    /// <summary>The type of the memory in a heap of values.</summary>
    public const string MemoryType = "Memory";

    /// <summary>Writes the type of the memory: as many fields as the number of values has ones among its bits.</summary>
    public static void WriteMemory(CodeWriter writer, ElementType element, int count)
    {
        List<string> fields = [];
        for (int bit = 30; bit >= 0; bit--)
        {
            int times = 1 << bit;
            if ((count & times) == 0) continue;

            string type = times == 1 ? element.FullName : $"global::Allocators.Times{times}<{element.FullName}>";
            fields.Add($"private {type} _{times};");
        }

        writer.WriteNext($$"""
            /// <summary>Room for the values. Their size is not known to the compiler, so that it is put together from powers of two.</summary>
            [global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]
            private struct {{MemoryType}}
            {
            #pragma warning disable CS0169 // Only the size counts.
                {{string.Join("\n", fields)}}
            #pragma warning restore CS0169
            }
            """);
    }

    /// <summary>Writes the way from a block to the value in it.</summary>
    public static void WriteValueOfBlock(SurfaceContext context)
    {
        string type = context.Spec.Element!.FullName;
        string bytes = context.Options.IsStatic ? "SpanOf(block)" : "this[block]";
        context.Writer.WriteNext($$"""
            /// <summary>The value in a whole block. The bounds are checked, not whether the block is live.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
            /// <exception cref="global::System.IndexOutOfRangeException">The block is shorter than a value.</exception>
            {{context.UnscopedRef}}
            public {{context.Modifier}}ref {{type}} ValueOf(global::Allocators.Block block) =>
                ref global::Allocators.HeapMemory.Cast<{{type}}>({{bytes}})[0];
            """);
    }
}
