using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>The fields of the state, and the figures that follow from them.</summary>
internal static class FieldsPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        string limit = spec.HasLimit ? $"private const int MaxBlock = {spec.Variant.MaxObject};" : "";
        string end = spec.Options.IsForeign ? $"private readonly int End => {(spec.IsStateInMemory ? "unchecked(Granules - _missing)" : "Granules - _missing")};" : "private const int End = Granules;";
        string endOfMemory = !spec.HasHeaders ? "" : spec.Options.IsForeign
            ? "\n/// <summary>Where payloads end: behind the last byte.</summary>\nprivate readonly int EndOfMemory => MaxCapacity - (_missing << GranuleShift);"
            : "\n/// <summary>Where payloads end: behind the last byte.</summary>\nprivate const int EndOfMemory = Capacity;";

        // Where others can write to the number, only the bits count that it can have.
        string quartersOpen = spec.IsStateInMemory ? "(_quarters & LastQuarter)" : "_quarters";
        string limitOfTop = spec.IsParking
            ? $"""

              private const int LastQuarter = 3;

              /// <summary>What may be broken into yet, before what is parked is merged.</summary>
              private readonly int Limit => End - (End >> 2) * (LastQuarter - {quartersOpen});
              """
            : "";
        string clear = !spec.Options.IsForeign
            ? "/// <summary>Frees everything.</summary>\npublic void Clear() => this = default;"
            : """
              /// <summary>Frees everything.</summary>
              public void Clear()
              {
                  int missing = _missing;
                  this = default;
                  _missing = missing;
              }
              """;

        string figures = spec.HasHeaders
            ? """
              private const int LiveShift = 32;

              /// <summary>Bytes of all live blocks, whole granules.</summary>
              public readonly int UsedBytes => unchecked((int)(_live >> LiveShift)) << GranuleShift;

              /// <summary>Live blocks.</summary>
              public readonly int AllocationCount => unchecked((int)_live);

              /// <summary>Counts a block. In a damaged heap, some may be freed that were never counted.</summary>
              private void Count(int size) => _live = unchecked(_live + Counted(size));

              /// <summary>Counts a block no more.</summary>
              private void Discount(int size) => _live = unchecked(_live - Counted(size));

              /// <summary>What a block adds to the number that has both.</summary>
              private static ulong Counted(int size) => (ulong)(uint)size << LiveShift | 1;
              """
            : """
              /// <summary>Bytes of all live blocks, whole granules.</summary>
              public readonly int UsedBytes => _used << GranuleShift;

              /// <summary>Live blocks.</summary>
              public readonly int AllocationCount => _blocks;

              /// <summary>Counts a block. In a damaged heap, some may be freed that were never counted.</summary>
              private void Count(int granules, int blocks)
              {
                  _used = unchecked(_used + granules);
                  _blocks = unchecked(_blocks + blocks);
              }
              """;

        writer.Write($$"""
            {{StateFieldsWriter.Declare(spec.StateRows)}}

            {{limit}}
            {{figures}}

            /// <summary>Where blocks end: behind the last granule.</summary>
            {{end}}
            {{limitOfTop}}
            {{endOfMemory}}

            {{clear}}
            """);

        if (spec.Options.IsForeign) WriteFit(writer, spec);
        StateFieldsWriter.WriteArrays(writer, spec.StateRows);
    }

    private static void WriteFit(CodeWriter writer, TeaspoonSpec spec)
    {
        // A state in the struct is fitted while it is empty.
        string merge = spec.IsParking && spec.IsStateInMemory ? "if (fits == _top && !TryMergeParked(ref memory)) return false;" : "";
        string shorten = spec.HasShortLastBlock
            ? """
              // A block that was not the last one before would be the shorter for it.
              if (fits == _top && fits > 0 && fits < End) return false;

              """
            : "";
        string granules = spec.HasHeaders
            ? "global::System.Math.Max(capacity - FirstPayload + HeaderBytes + Granule - 1, 0) >> GranuleShift"
            : "capacity >> GranuleShift";
        writer.WriteNext($$"""
            /// <summary>Ends the heap where the memory ends, unless there are live blocks behind that.</summary>
            public bool TryFit(ref byte memory, int capacity)
            {
                // What lies behind the end cannot be looked at, even if it were free.
                int fits = GranulesWithin(capacity);
                if (fits < _top) return false;

                {{merge}}
                {{shorten}}
                _missing = Granules - fits;
                return true;
            }

            /// <summary>Granules that so much memory has room for.</summary>
            private static int GranulesWithin(int capacity) => {{granules}};
            """);
    }
}
