namespace Allocators.Templates;

/// <summary>The constants that a heap has around its state.</summary>
internal static class FreeListNumbers
{
#if SHIFT
    public const int BlockShift = 4;
    public const int BlockSize = 1 << BlockShift;
#else
    public const int BlockSize = 24;
#endif

#if ONE_WORD
    public const int Blocks = 40;
#else
    public const int Blocks = 150;
    public const int Words = 3;
#endif
}
