using System.Collections.Generic;
using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>Memory for so many values of a type whose size only the JIT knows.</summary>
internal static class ValuesSurface
{
    /// <summary>The type of the memory in a heap of values.</summary>
    public const string MemoryType = "Memory";

    /// <summary>
    /// The largest of the structs that the memory is put together from. Who asks the runtime library for all of its types gets them without
    /// an argument, which counts as a reference then: one of 128 MiB cannot be loaded.
    /// </summary>
    private const int LargestTimes = 1 << 23;

    /// <summary>Writes the type of the memory: the largest struct as often as it fits, and then one for each bit of what is left.</summary>
    public static void WriteMemory(CodeWriter writer, ElementType element, int count)
    {
        List<string> fields = [];
        for (int left = count; left > 0;)
        {
            int times = System.Math.Min(PowerOfTwo.AtMost(left), LargestTimes);
            string type = times == 1 ? element.FullName : $"global::Allocators.Times{times}<{element.FullName}>";
            fields.Add($"private {type} _from{count - left};");
            left -= times;
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

    /// <summary>Expression for the values of all blocks, live or not.</summary>
    public static string AllValues(SurfaceContext context, ElementType element) =>
        $"global::Allocators.HeapMemory.Cast<{element.FullName}>({BlocksSurface.BytesOf(context, "new global::Allocators.Block(0, Capacity)")})";
}
