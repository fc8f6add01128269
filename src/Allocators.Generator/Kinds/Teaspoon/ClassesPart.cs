using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>The classes of sizes that blocks are parked by.</summary>
internal static class ClassesPart
{
    public static void Write(CodeWriter writer, TeaspoonSpec spec)
    {
        writer.WriteNext($$"""
            private const int Classes = {{spec.Variant.ParkedClasses}};
            private const int ExactClasses = {{TeaspoonSpec.ExactClasses}};
            private const int ClassBits = {{PowerOfTwo.Log2(TeaspoonSpec.ClassesInDoubling)}};
            private const int ClassesInDoubling = 1 << ClassBits;
            private const int UnparkedSize = {{spec.UnparkedGranules}};

            /// <summary>The list of a block: one for each small size, then {{TeaspoonSpec.ClassesInDoubling}} for each doubling.</summary>
            private static int ClassOf(int size)
            {
                if (size < ExactClasses) return size;

                int exponent = ExponentOf(size);
                return ((exponent - ClassBits) << ClassBits) + (size >> (exponent - ClassBits));
            }

            /// <summary>Granules rounded up to those of a class, so that a block serves all requests that are nearly as large.</summary>
            private static int RoundUp(int granules)
            {
                if (granules <= ExactClasses || granules >= UnparkedSize) return granules;

                int mask = (1 << (ExponentOf(granules) - ClassBits)) - 1;
                return (granules + mask) & ~mask;
            }

            /// <summary>The exponent of the largest power of two in a number.</summary>
            private static int ExponentOf(int granules) => 63 - global::Allocators.BitMath.LeadingZeroCount((ulong)granules);
            """);

        if (spec.HasHeaders) return;

        writer.WriteNext($$"""
            /// <summary>Granules rounded down to those of a class: what a gap of so many is good for.</summary>
            private static int RoundDown(int granules)
            {
                if (granules <= ExactClasses || granules >= UnparkedSize) return granules;

                return granules & -(1 << (ExponentOf(granules) - ClassBits));
            }

            /// <summary>Granules of the blocks on a list.</summary>
            private static int GranulesOf(int list)
            {
                if (list < ExactClasses) return list;

                return ((list & (ClassesInDoubling - 1)) + ClassesInDoubling) << ((list >> ClassBits) - 1);
            }
            """);
    }
}
