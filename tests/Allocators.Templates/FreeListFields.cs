using System.Runtime.InteropServices;
using static Allocators.Templates.FreeListNumbers;

namespace Allocators.Templates;

/// <summary>What the generator declares from FreeListStateFields.cs, and what it puts in place of names.</summary>
internal partial struct FreeListState
{
#if MARKS
    private Marks _marks;
#else
    private long _live;
#endif
    private int _top;
    private int _fresh;
#if FOREIGN
    private long _closed;
#endif
#if LINKS_BESIDE
    private Links _links;
#endif

#if FOREIGN
    private readonly int Open => Blocks - (int)_closed;
#else
    private static int Open => Blocks;
#endif

    private readonly Link Top => _top;

#if MARKS
    [StructLayout(LayoutKind.Sequential, Size = (Blocks + 63) / 64 * sizeof(ulong))]
    private struct Marks
    {
        public ulong First;
    }
#endif

#if LINKS_BESIDE
    [StructLayout(LayoutKind.Sequential, Size = Blocks * sizeof(Link))]
    private struct Links
    {
        public Link First;
    }
#endif
}
