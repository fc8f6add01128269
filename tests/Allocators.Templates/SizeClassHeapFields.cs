using System.Runtime.InteropServices;
using static Allocators.Templates.SizeClassHeapNumbers;

namespace Allocators.Templates;

/// <summary>What the generator declares from SizeClassHeapStateFields.cs, and what it puts in place of names.</summary>
internal partial struct SizeClassHeapState
{
    private int _top;
    private int _nextKept;
#if FOREIGN
    private long _closed;
#endif
    private SmallInts _current;
    private Codes _heads;
    private SmallCodes _tails;
    private CodeInts _slots;
    private KeptList _kept;
    private WordBits _words;
    private PageBytes _pages;
    private UnitBytesArray _classes;
    private UnitNumbers _sizes;
    private UnitNumbers _next;
    private UnitNumbers _previous;
    private UnitNumbers _extents;
    private LengthBits _lengths;
    private SummaryBits _lengthWords;
    private UnitBits _ends;
    private UnitBits _keptUnits;

#if FOREIGN
    private readonly int Open => Units - (int)_closed;
#else
    private static int Open => Units;
#endif

    [StructLayout(LayoutKind.Sequential, Size = (SmallGranules + 1) * sizeof(int))]
    private struct SmallInts
    {
        public int First;
    }

    [StructLayout(LayoutKind.Sequential, Size = (FullPage + 1) * sizeof(ushort))]
    private struct Codes
    {
        public ushort First;
    }

    [StructLayout(LayoutKind.Sequential, Size = (SmallGranules + 1) * sizeof(ushort))]
    private struct SmallCodes
    {
        public ushort First;
    }

    [StructLayout(LayoutKind.Sequential, Size = (FullPage + 1) * sizeof(int))]
    private struct CodeInts
    {
        public int First;
    }

    [StructLayout(LayoutKind.Sequential, Size = MaxKept * sizeof(ushort))]
    private struct KeptList
    {
        public ushort First;
    }

    [StructLayout(LayoutKind.Sequential, Size = ((PageCount * PageWords) + 1) * sizeof(ulong))]
    private struct WordBits
    {
        public ulong First;
    }

    [StructLayout(LayoutKind.Sequential, Size = PageCount)]
    private struct PageBytes
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = Units + 1)]
    private struct UnitBytesArray
    {
        public byte First;
    }

    [StructLayout(LayoutKind.Sequential, Size = (Units + 1) * sizeof(ushort))]
    private struct UnitNumbers
    {
        public ushort First;
    }

    [StructLayout(LayoutKind.Sequential, Size = LengthWordCount * sizeof(ulong))]
    private struct LengthBits
    {
        public ulong First;
    }

    [StructLayout(LayoutKind.Sequential, Size = LengthSummaries * sizeof(ulong))]
    private struct SummaryBits
    {
        public ulong First;
    }

    [StructLayout(LayoutKind.Sequential, Size = ((Units >> 6) + 1) * sizeof(ulong))]
    private struct UnitBits
    {
        public ulong First;
    }
}
