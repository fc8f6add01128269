using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds;

/// <summary>Writes <c>struct Parking</c>: freed blocks that are kept whole for the next request of their length.</summary>
/// <remarks>
/// A stack is a single word: pushing shifts it up. No byte or 16-bit field is counted up and down, because a processor can
/// hand a word from a store to the next load without delay, but not a part of one: that makes a difference of 3 ns a pair.
/// </remarks>
internal static class ParkingEmitter
{
    /// <param name="writer">Takes the struct.</param>
    /// <param name="parking">How many blocks of which lengths.</param>
    /// <param name="units">The constant of how many units there are, where others can write to the stacks; else what is in them is believed.</param>
    public static void Write(CodeWriter writer, ParkingSpec parking, string? units)
    {
        string isThere = units is null ? "return true;" : $"return global::Allocators.Check.IsInside(first, {units} - length + 1);";
        writer.WriteNext($$"""
            /// <summary>Freed blocks that are kept whole for the next request of their length, the last freed first.</summary>
            {{KindText.ArrayOf}}Lengths * sizeof(ulong))]
            private struct Parking
            {
                private const int Lengths = {{parking.Lengths}};

                // A stack of {{parking.Depth}} entries in a word, the top in the lowest bits: where a block starts, and above that a one.
                private const int EntryBits = {{parking.EntryBits}};
                private const ulong Entry = 1UL << (EntryBits - 1);
                private const int FullShift = {{parking.FullShift}};

                private ulong _stacks;

                /// <summary>Parks a block, unless it is too long or there are enough of its length.</summary>
                {{KindText.Inline}}
                public bool TryPark(int first, int length)
                {
                    if (!global::Allocators.Check.IsInside(length - 1, Lengths)) return false;

                    ref ulong stack = ref global::Allocators.HeapMemory.At(ref _stacks, length - 1);
                    ulong entries = stack;
                    if (entries >> FullShift != 0) return false;

                    stack = entries << EntryBits | Entry | (uint)first;
                    return true;
                }

                /// <summary>Takes the block of a length that was parked last.</summary>
                {{KindText.Inline}}
                public bool TryTake(int length, out int first)
                {
                    first = 0;
                    if (!global::Allocators.Check.IsInside(length - 1, Lengths)) return false;

                    ref ulong stack = ref global::Allocators.HeapMemory.At(ref _stacks, length - 1);
                    ulong entries = stack;
                    if (entries == 0) return false;

                    first = (int)(entries & (Entry - 1));
                    stack = entries >> EntryBits;
                    {{isThere}}
                }

                /// <summary>Takes any block of this length or more; the length becomes that of the block.</summary>
                public bool TryTakeAny(ref int length, out int first)
                {
                    for (; length <= Lengths; length++)
                    {
                        if (TryTake(length, out first)) return true;
                    }

                    first = 0;
                    return false;
                }

                /// <summary>The units of all parked blocks, less the first of each.</summary>
                public readonly int UnitsBehindFirst
                {
                    get
                    {
                        int units = 0;
                        for (int length = 1; length <= Lengths; length++)
                        {
                            for (ulong stack = global::Allocators.HeapMemory.Read(in _stacks, length - 1); stack != 0; stack >>= EntryBits) units += length - 1;
                        }

                        return units;
                    }
                }
            }
            """);
    }
}
