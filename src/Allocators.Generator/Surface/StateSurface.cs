using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>How full the heap is, and the way back to empty.</summary>
internal static class StateSurface
{
    public static void Write(SurfaceContext context)
    {
        WriteNumber(context, "UsedBytes", "Bytes in live blocks, rounding included.");
        WriteNumber(context, "AllocationCount", "The number of live blocks.");
        WriteNumber(context, "LargestFreeBlock", "The largest request that would succeed now, in bytes, at alignment 1.", context.LargestFree);

        if (context.Options.IsForeign) WriteLargestFree(context);

        string statistics = $"new global::Allocators.HeapStatistics(Capacity, {context.State}.UsedBytes, {context.LargestFree}, {context.State}.AllocationCount)";

        string moment = context.Options.IsLockFree ? "taken one after the other: other threads go on meanwhile" : "taken at one moment";
        context.Writer.WriteNext($$"""
            /// <summary>Bytes that are free, in one piece or in many.</summary>
            public {{context.ReadModifier}}int FreeBytes => Capacity - UsedBytes;

            /// <summary>The part of the memory that is in use: 0 is empty, 1 is full.</summary>
            public {{context.ReadModifier}}double Usage => GetStatistics().Usage;

            /// <summary>All of these numbers, {{moment}}.</summary>
            public {{context.ReadModifier}}global::Allocators.HeapStatistics GetStatistics(){{context.Returning("var", statistics)}}
            """);

        WriteReset(context);
        if (context.Options.IsStatic) return;

        context.Writer.WriteNext($$"""
            /// <summary>The name of the heap and how full it is, in one line.</summary>
            public readonly override string ToString() => {{context.NameOf}} + ": " + GetStatistics();
            """);
    }

    private static void WriteLargestFree(SurfaceContext context)
    {
        string otherOwner = context.Spec.IsStateInMemory ? ", and another owner may have opened more" : "";
        context.Writer.WriteNext($$"""
            /// <summary>The largest free block of the bookkeeping, but no more than there is memory: a heap that was given none has the bookkeeping of an empty one{{otherOwner}}.</summary>
            private {{context.ReadModifier}}int LargestFree => global::System.Math.Min({{context.StateLargestFree}}, Capacity);
            """);
    }

    public static void WriteNumber(SurfaceContext context, string name, string summary, string? value = null)
    {
        value ??= $"{context.State}.{name}";
        string property = context.Enter.Length > 0
            ? $"\n{{\n    get{context.Returning("int", value).Replace("\n", "\n    ")}\n}}"
            : $" => {value};";

        context.Writer.WriteNext($$"""
            /// <summary>{{summary}}</summary>
            public {{context.ReadModifier}}int {{name}}{{property}}
            """);
    }

    private static void WriteReset(SurfaceContext context)
    {
        if (context.Spec.IsStateInMemory)
        {
            RecoverySurface.WriteReset(context);
            return;
        }

        context.Writer.WriteNext($$"""
            /// <summary>Frees every block at once; their contents stay until they are written over.</summary>
            public {{context.Modifier}}void Reset()
            {
                {{new Operation($"{context.State}.Clear();", "").Body(context, context.Enter)}}
            }
            """);
    }
}
