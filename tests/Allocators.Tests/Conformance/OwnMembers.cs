using System;

namespace Allocators.Tests;

/// <summary>What heaps have besides <see cref="IHeap"/>, where they have it.</summary>
internal static class OwnMembers<THeap>
    where THeap : struct, IHeap
{
    private static readonly Step? OwnTryGetNext = Calls<THeap>.Find<Step>("TryGetNext");
    private static readonly Resize OwnRealloc = Calls<THeap>.Find<Resize>("Realloc") ?? AllocatorExtensions.Realloc;
    private static readonly At? OwnBlockAtOffset = Calls<THeap>.Find<At>("BlockAtOffset");
    private static readonly Copying? OwnCopyTo = Calls<THeap>.Find<Copying>("CopyTo");
    private static readonly Check? OwnVerify = Calls<THeap>.Find<Check>("Verify");

    private delegate Block At(ref THeap heap, int offset);

    private delegate void Copying(ref THeap heap, ref THeap other);

    private delegate void Check(ref THeap heap);

    private delegate bool Step(ref THeap heap, Block after, out Block next);

    private delegate void Resize(ref THeap heap, ref Block block, int size, int alignment);

    /// <summary>Whether the heap can check what it keeps in the memory.</summary>
    public static bool CanVerify => OwnVerify is not null;

    /// <summary>Whether the heap has a walk over the blocks.</summary>
    public static bool CanWalk => OwnTryGetNext is not null;

    /// <summary>The walk over the blocks.</summary>
    public static bool TryGetNext(ref THeap heap, Block after, out Block next) =>
        (OwnTryGetNext ?? throw new MissingMethodException(typeof(THeap).Name, "TryGetNext"))(ref heap, after, out next);

    /// <summary>Whether the heap can be copied to another.</summary>
    public static bool CanCopy => OwnCopyTo is not null;

    /// <summary>Makes another heap a copy.</summary>
    public static void CopyTo(ref THeap heap, ref THeap other) =>
        (OwnCopyTo ?? throw new MissingMethodException(typeof(THeap).Name, "CopyTo"))(ref heap, ref other);

    /// <summary>Whether the heap finds a block by where it starts.</summary>
    public static bool FindsByOffset => OwnBlockAtOffset is not null;

    /// <summary>The block that starts at an offset.</summary>
    public static Block BlockAtOffset(ref THeap heap, int offset) =>
        (OwnBlockAtOffset ?? throw new MissingMethodException(typeof(THeap).Name, "BlockAtOffset"))(ref heap, offset);

    /// <summary>The heap's own check of all it keeps in the memory, if it has one.</summary>
    public static void Verify(ref THeap heap) => OwnVerify?.Invoke(ref heap);

    /// <summary>The heap's own <c>Realloc</c>; that of the extensions where it has none.</summary>
    public static void Realloc(ref THeap heap, ref Block block, int size, int alignment) => OwnRealloc(ref heap, ref block, size, alignment);
}
