using System;
using System.Reflection;

namespace Allocators.Tests;

/// <summary>
/// What a heap has besides <see cref="IAllocator"/>. It is looked up by name: in the heap, or in the static class that the
/// heap forwards to.
/// </summary>
internal static class OwnMembers<THeap>
    where THeap : struct, IAllocator
{
    private static readonly Step? OwnTryGetNext = Find<Step, StaticStep>("TryGetNext", own => (ref THeap _, Block after, out Block next) => own(after, out next));

    private static readonly Resize OwnRealloc = Find<Resize, StaticResize>("Realloc", own => (ref THeap _, ref Block block, int size, int alignment) => own(ref block, size, alignment))
        ?? AllocatorExtensions.Realloc;

    private static readonly Check? OwnVerify = Find<Check, StaticCheck>("Verify", own => (ref THeap _) => own());

    private delegate void Check(ref THeap heap);

    private delegate void StaticCheck();

    private delegate bool Step(ref THeap heap, Block after, out Block next);

    private delegate bool StaticStep(Block after, out Block next);

    private delegate void Resize(ref THeap heap, ref Block block, int size, int alignment);

    private delegate void StaticResize(ref Block block, int size, int alignment);

    /// <summary>Whether the heap can check what it keeps in the memory.</summary>
    public static bool CanVerify => OwnVerify is not null;

    /// <summary>The walk over the blocks.</summary>
    public static bool TryGetNext(ref THeap heap, Block after, out Block next) =>
        (OwnTryGetNext ?? throw new MissingMethodException(typeof(THeap).Name, "TryGetNext"))(ref heap, after, out next);

    /// <summary>The heap's own check of all it keeps in the memory, if it has one.</summary>
    public static void Verify(ref THeap heap) => OwnVerify?.Invoke(ref heap);

    /// <summary>The heap's own <c>Realloc</c>; that of the extensions where it has none.</summary>
    public static void Realloc(ref THeap heap, ref Block block, int size, int alignment) => OwnRealloc(ref heap, ref block, size, alignment);

    private static TCall? Find<TCall, TStaticCall>(string name, Func<TStaticCall, TCall> withHeap)
        where TCall : Delegate
        where TStaticCall : Delegate
    {
        Type[] parameters = Array.ConvertAll(typeof(TStaticCall).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        MethodInfo? ofStruct = typeof(THeap).GetMethod(name, parameters);
        if (ofStruct is not null) return ofStruct.CreateDelegate<TCall>();

        MethodInfo? ofClass = typeof(THeap).DeclaringType?.GetMethod(name, parameters);
        return ofClass is null ? null : withHeap(ofClass.CreateDelegate<TStaticCall>());
    }
}
