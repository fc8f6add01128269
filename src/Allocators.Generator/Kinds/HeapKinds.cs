using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Declarations;
using Allocators.Generator.Kinds.ChunkHeap;
using Allocators.Generator.Kinds.FreeList;
using Allocators.Generator.Kinds.NullHeap;
using Allocators.Generator.Kinds.SizeClassHeap;
using Allocators.Generator.Kinds.Slab;
using Allocators.Generator.Kinds.Teaspoon;

namespace Allocators.Generator.Kinds;

/// <summary>All kinds. A new one is a folder beside this file and a line in it.</summary>
internal static class HeapKinds
{
    public static IReadOnlyList<HeapKind> All { get; } =
    [
        new HeapKind<ChunkHeapAttribute, ChunkHeapSpec>(ChunkHeapParser.Parse, ChunkHeapEmitter.Code),
        new HeapKind<TeaspoonAttribute, TeaspoonSpec>(TeaspoonParser.Parse, TeaspoonEmitter.Code),
        new HeapKind<SizeClassHeapAttribute, SizeClassHeapSpec>(SizeClassHeapParser.Parse, SizeClassHeapEmitter.Code),
        new HeapKind<SlabAttribute, SlabSpec>(SlabParser.Parse, SlabEmitter.Code),
        new HeapKind<SlabAttribute<byte>, SlabSpec>(SlabParser.Parse, SlabEmitter.Code),
        new HeapKind<FreeListAttribute, FreeListSpec>(FreeListParser.Parse, FreeListEmitter.Code),
        new HeapKind<FreeListAttribute<byte>, FreeListSpec>(FreeListParser.Parse, FreeListEmitter.Code),
        new HeapKind<NullHeapAttribute, NullHeapSpec>(NullHeapParser.Parse, NullHeapEmitter.Code),
    ];

    /// <summary>Their attributes.</summary>
    public static HeapAttributes Attributes { get; } = new(All.Select(static kind => kind.AttributeName));

    /// <summary>The kind of an attribute, by its metadata name.</summary>
    public static HeapKind Of(string attributeName) => All.First(kind => kind.AttributeName == attributeName);
}
