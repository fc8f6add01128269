using System;
using System.Linq;
using System.Reflection;

namespace Allocators.Tests;

/// <summary>What was written about a heap of equal blocks, whether those are bytes or values.</summary>
internal sealed record Declaration
{
    private Declaration(Type heap, HeapAttribute attribute)
    {
        Attribute = attribute;
        IsSlab = Argument<object>("Slots") is not null;
        IsTyped = attribute.GetType().IsGenericType || Argument<Type>("Type") is not null;
        Count = Argument<int>(IsSlab ? "Slots" : "Blocks");
        BlockSize = heap.GetField("BlockSize")?.GetRawConstantValue() as int? ?? heap.GetMethod("get_BlockSize")!.CreateDelegate<Func<int>>()();
        HandleBits = Argument<int>("HandleBits");
        OnExhausted = Argument<OnExhausted>("OnExhausted");
        Place = PlaceOf(heap, attribute);
    }

    public HeapAttribute Attribute { get; }

    public bool IsSlab { get; }

    public bool IsTyped { get; }

    public int Count { get; }

    public int BlockSize { get; }

    /// <summary>Bits of a handle, 0 if there are none.</summary>
    public int HandleBits { get; }

    public OnExhausted OnExhausted { get; }

    public string Place { get; }

    public bool IsChecked => Attribute.Checks != Checks.None;

    public bool IsLockFree => Attribute.Synchronization == Synchronization.LockFree;

    /// <summary>The declaration behind what the conformance suite tests, or null if its blocks are not all equal.</summary>
    /// <param name="heap">A heap; the allocator in a static class; a forwarder to a ref struct.</param>
    public static Declaration? Of(Type heap)
    {
        Type declared = heap.IsGenericType ? heap.GetGenericArguments()[0] : heap.DeclaringType ?? heap;
        HeapAttribute? attribute = declared.GetCustomAttributes<HeapAttribute>().SingleOrDefault();
        return attribute?.GetType().Name.Split('`')[0] is nameof(FreeListAttribute) or nameof(SlabAttribute) ? new Declaration(declared, attribute) : null;
    }

    private static string PlaceOf(Type heap, HeapAttribute attribute)
    {
        string place = heap switch
        {
            { IsAbstract: true } when attribute.Storage == Storage.Pointer => "static pointer",
            { IsAbstract: true } => "static",
            { IsByRefLike: true } => "span",
            _ when attribute.Storage == Storage.Pointer => "pointer",
            _ => "inline",
        };
        return attribute.State == State.InMemory ? $"{place}, InMemory" : place;
    }

    private T? Argument<T>(string name) => Attribute.GetType().GetProperty(name)?.GetValue(Attribute) is T value ? value : default;
}
