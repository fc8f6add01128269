using System;

namespace Allocators.Tests;

/// <summary>The calls of a slab that take and give handles, found by name: each slab has handles of a type of its own.</summary>
internal static class HandleCalls<THeap, THandle>
    where THeap : struct, IHeap
    where THandle : struct, IEquatable<THandle>
{
    public static readonly int Slots = Constant("Slots"), GenerationBits = Constant("GenerationBits");

    private static readonly Take? OwnTryAlloc = Find<Take>("TryAlloc");
    private static readonly TakeValue? OwnTryAllocValue = Find<TakeValue>("TryAlloc");
    private static readonly Ask OwnTryFree = Find<Ask>("TryFree")!, OwnOwns = Find<Ask>("Owns")!;
    private static readonly Act OwnFree = Find<Act>("Free")!;
    private static readonly Resize? OwnTryResize = Find<Resize>("TryResize");
    private static readonly Convert OwnBlockOf = Find<Convert>("BlockOf")!;
    private static readonly Step OwnTryGetNext = Find<Step>("TryGetNext")!;
    private static readonly Number OwnCount = Find<Number>("get_Count")!, OwnRetiredSlots = Find<Number>("get_RetiredSlots")!;
    private static readonly Whole OwnClear = Find<Whole>("Clear")!;

    private delegate bool Take(ref THeap heap, int size, out THandle handle);

    private delegate bool TakeValue(ref THeap heap, out THandle handle);

    private delegate bool Ask(ref THeap heap, THandle handle);

    private delegate void Act(ref THeap heap, THandle handle);

    private delegate bool Resize(ref THeap heap, THandle handle, int size);

    private delegate Block Convert(ref THeap heap, THandle handle);

    private delegate bool Step(ref THeap heap, THandle after, out THandle next);

    private delegate int Number(ref THeap heap);

    private delegate void Whole(ref THeap heap);

    /// <summary>The same handle without its type.</summary>
    public static Func<THandle, Handle> ToUntyped { get; } = Operator<Func<THandle, Handle>>("op_Implicit", typeof(THandle), typeof(Handle));

    /// <summary>And back.</summary>
    public static Func<Handle, THandle> FromUntyped { get; } = Operator<Func<Handle, THandle>>("op_Explicit", typeof(Handle), typeof(THandle));

    /// <summary>Whether the slots hold values, which have one size.</summary>
    public static bool IsTyped => OwnTryAlloc is null;

    /// <summary>How often a slot can be used until it is used up.</summary>
    public static int Uses => 1 << (GenerationBits - 1);

    public static bool TryAlloc(ref THeap heap, int size, out THandle handle) =>
        OwnTryAlloc is null ? OwnTryAllocValue!(ref heap, out handle) : OwnTryAlloc(ref heap, size, out handle);

    public static bool TryFree(ref THeap heap, THandle handle) => OwnTryFree(ref heap, handle);

    public static void Free(ref THeap heap, THandle handle) => OwnFree(ref heap, handle);

    public static bool Owns(ref THeap heap, THandle handle) => OwnOwns(ref heap, handle);

    public static bool TryResize(ref THeap heap, THandle handle, int size) => OwnTryResize!(ref heap, handle, size);

    public static Block BlockOf(ref THeap heap, THandle handle) => OwnBlockOf(ref heap, handle);

    public static bool TryGetNext(ref THeap heap, THandle after, out THandle next) => OwnTryGetNext(ref heap, after, out next);

    public static int Count(ref THeap heap) => OwnCount(ref heap);

    public static int RetiredSlots(ref THeap heap) => OwnRetiredSlots(ref heap);

    public static void Clear(ref THeap heap) => OwnClear(ref heap);

    private static TCall? Find<TCall>(string name)
        where TCall : Delegate => Calls<THeap>.Find<TCall>(name);

    private static TCall Operator<TCall>(string name, Type from, Type to)
        where TCall : Delegate => Array.Find(
            typeof(THandle).GetMethods(),
            method => method.Name == name && method.ReturnType == to && method.GetParameters()[0].ParameterType == from)!.CreateDelegate<TCall>();

    private static int Constant(string name) => (int)Calls<THeap>.Owner.GetField(name)!.GetRawConstantValue()!;
}
