using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>The fields of the state, and the figures that follow from them.</summary>
internal static class FieldsPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string occupied = spec.BinWords == 1 ? $"private {spec.WordType} _occupied;" : "private Occupied _occupied;";
        string words = spec.BinWords > 1 ? "private uint _words;" : "";
        string missing = spec.Options.IsForeign ? "private int _missing;" : "";
        string parked = spec.IsParking ? "private Parked _parked;" : "";
        string limit = spec.HasLimit ? $"private const int MaxBlock = {spec.Variant.MaxObject};" : "";
        string end = spec.Options.IsForeign ? "private readonly int End => Granules - _missing;" : "private const int End = Granules;";
        string endOfMemory = spec.Options.IsForeign
            ? "private readonly int EndOfMemory => MaxCapacity - (_missing << GranuleShift);"
            : "private const int EndOfMemory = Capacity;";

        string clear = !spec.Options.IsForeign
            ? "public void Clear() => this = default;"
            : """
              public void Clear()
              {
                  int missing = _missing;
                  this = default;
                  _missing = missing;
              }
              """;

        writer.Write($$"""
            private ulong _live;
            {{occupied}}
            private int _top;
            private int _largest;
            {{words}}
            {{missing}}
            private Bins _bins;
            {{parked}}

            private const int LiveShift = 32;
            {{limit}}

            public readonly int UsedBytes => (int)(_live >> LiveShift) << GranuleShift;

            public readonly int AllocationCount => (int)(_live & uint.MaxValue);

            private static ulong Counted(int size) => (ulong)(uint)size << LiveShift | 1;

            /// <summary>Where blocks end: behind the last granule.</summary>
            {{end}}

            /// <summary>Where payloads end: behind the last byte.</summary>
            {{endOfMemory}}

            {{clear}}
            """);

        if (spec.Options.IsForeign) WriteFit(writer, spec);
        WriteArrays(writer, spec);
    }

    private static void WriteFit(CodeWriter writer, TeaspoonSpec spec)
    {
        string merge = spec.IsParking ? "if (fits < _top) TryMergeParked(ref memory);" : "";
        writer.WriteNext($$"""
            /// <summary>Ends the heap where the memory ends, unless there are live blocks behind that.</summary>
            public bool TryFit(ref byte memory, int capacity)
            {
                int fits = global::System.Math.Max(capacity - FirstPayload + HeaderBytes + Granule - 1, 0) >> GranuleShift;
                {{merge}}
                if (fits < _top) return false;

                _missing = Granules - fits;
                return true;
            }
            """);
    }

    private static void WriteArrays(CodeWriter writer, TeaspoonSpec spec)
    {
        const string Layout = "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = ";
        string entry = spec.Variant.BinBytes == sizeof(ushort) ? "ushort" : "int";
        if (spec.BinWords > 1)
        {
            writer.WriteNext($$"""
                {{Layout}}{{spec.BinWords}} * sizeof(ulong))]
                private struct Occupied
                {
                    public ulong First;
                }
                """);
        }

        writer.WriteNext($$"""
            {{Layout}}{{spec.Bins}} * sizeof({{entry}}))]
            private struct Bins
            {
                public {{entry}} First;
            }
            """);

        if (!spec.IsParking) return;

        writer.WriteNext($$"""
            {{Layout}}{{spec.Variant.ParkedClasses}} * sizeof({{entry}}))]
            private struct Parked
            {
                public {{entry}} First;
            }
            """);
    }
}
