using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Allocators.Tests.Containment;

/// <summary>A heap that is to be attacked.</summary>
/// <param name="Heap">The heap; the allocator in a static class; a forwarder to a ref struct.</param>
/// <param name="Declared">The type that was declared.</param>
internal sealed record Suspect(Type Heap, Type Declared)
{
    private static readonly Lazy<GuardedMemory> Pages = new(() => new GuardedMemory()), MemoryPages = new(() => new GuardedMemory());

    /// <summary>All heaps of these tests that can be made without another one at hand.</summary>
    public static IReadOnlyList<Suspect> All { get; } =
    [
        .. from type in typeof(Suspect).Assembly.GetTypes()
           where !type.ContainsGenericParameters && type.GetCustomAttributes<HeapAttribute>().Any()
           orderby type.FullName
           let heap = HeapOf(type)
           where heap is not null
           select new Suspect(heap, type),
    ];

    /// <summary>What the heap is called where it is to be found again.</summary>
    public string Name => Declared.FullName!;

    /// <summary>The heap of this name: one of all, or a type that nothing was declared for.</summary>
    public static Suspect Named(string name) => All.FirstOrDefault(suspect => suspect.Name == name)
        ?? (typeof(Suspect).Assembly.GetType(name) is { } type ? new Suspect(type, type) : throw new ArgumentException($"There is no heap {name}."));

    public Siege Besiege(Progress progress, TextWriter? trace)
    {
        Type siege = typeof(Siege<>).MakeGenericType(Heap);
        return (Siege)Activator.CreateInstance(siege, CreateSite(), progress, trace)!;
    }

    private static Type? HeapOf(Type declared)
    {
        if (declared.IsAbstract) return declared.GetNestedType("Allocator");
        if (declared.IsByRefLike) return ForwarderTo(declared);
        return OtherHeapOf(declared) is null || declared.GetMethod("Create") is not null ? declared : null;
    }

#if NET9_0_OR_GREATER
    private static Type? ForwarderTo(Type declared)
    {
        bool canBeMade = declared.GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOverSpan<>));
        return canBeMade ? typeof(SpanForwarder<>).MakeGenericType(declared) : null;
    }
#else
    private static Type? ForwarderTo(Type declared) => null;
#endif

    private static HeapAttribute? AttributeOf(Type declared) => declared.GetCustomAttributes<HeapAttribute>().SingleOrDefault();

    /// <summary>The heap that this one takes its memory from.</summary>
    private static Type? OtherHeapOf(Type declared)
    {
        HeapAttribute? attribute = AttributeOf(declared);
        return attribute?.GetType().GetProperty("Over")?.GetValue(attribute) as Type;
    }

    private object CreateSite()
    {
        bool isAtAddress = AttributeOf(Declared)?.Storage == Storage.Pointer;
        if (Declared.IsAbstract) return isAtAddress ? Create(typeof(AttachedSite<>), Heap, Pages.Value, MemoryPages.Value) : Create(typeof(StaticSite<>), Heap);
#if NET9_0_OR_GREATER
        if (Declared.IsByRefLike) return Create(typeof(SpanSite<>), Declared, Pages.Value, MemoryPages.Value);
#endif
        if (OtherHeapOf(Declared) is { } other) return Create(typeof(OverSite<>), Heap, Activator.CreateInstance(other.GetNestedType("Allocator")!)!, Pages.Value);
        if (isAtAddress) return Create(typeof(PointerSite<>), Heap, Pages.Value, MemoryPages.Value);
        return Create(typeof(InlineSite<>), Heap, Pages.Value);
    }

    private static object Create(Type site, Type heap, params object[] arguments) => Activator.CreateInstance(site.MakeGenericType(heap), arguments)!;
}
