using System.Collections.Concurrent;
using Allocators.Generator.Declarations;
using Allocators.Generator.Kinds;
using Allocators.Generator.Model;

namespace Allocators.Generator.Pipeline;

/// <summary>What members a heap gets, found out by writing one.</summary>
internal static class GeneratedMembersCache
{
    /// <summary>So many different heaps are remembered; who tries out more numbers than that starts anew.</summary>
    private const int MaxKnown = 1000;

    /// <summary>The names depend on nothing else than the key, so that it does not matter who is first to ask.</summary>
    private static readonly ConcurrentDictionary<(HeapKind Kind, HeapSpec Spec, Capabilities Capabilities), GeneratedMembers> Known = new();

    /// <summary>A heap whose name is in nobody's way.</summary>
    private static readonly TypeHierarchy AnyHeap = new("", new EquatableArray<TypeHierarchy.Part>([new TypeHierarchy.Part("struct", "Heap", "", 0)]));

    /// <summary>The members of a heap, whatever it is called.</summary>
    public static GeneratedMembers Of(HeapKind kind, HeapSpec spec, Capabilities capabilities)
    {
        if (Known.TryGetValue((kind, spec, capabilities), out GeneratedMembers? known)) return known;
        if (Known.Count >= MaxKnown) Known.Clear();

        GeneratedMembers members = GeneratedMembers.Read(HeapWriter.WriteOutline(kind, AnyHeap, spec, capabilities));
        Known[(kind, spec, capabilities)] = members;
        return members;
    }
}
