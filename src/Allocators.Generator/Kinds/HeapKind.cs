using System;
using Allocators.Generator.Declarations;
using Allocators.Generator.Model;
using Allocators.Generator.Surface;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Kinds;

/// <summary>A kind of heap: its attribute, how that becomes a spec, and how the spec becomes code.</summary>
internal abstract class HeapKind
{
    protected HeapKind(Type attribute)
    {
        AttributeName = (attribute.IsGenericType ? attribute.GetGenericTypeDefinition() : attribute).FullName;
        Name = attribute.Name.Substring(0, attribute.Name.IndexOf(nameof(Attribute), StringComparison.Ordinal));
    }

    /// <summary>The name as it is written in the brackets, such as <c>ChunkHeap</c>.</summary>
    public string Name { get; }

    /// <summary>The metadata name of the attribute, by which declarations are found.</summary>
    public string AttributeName { get; }

    /// <summary>Reads the numbers; null, after saying why, when there is no heap with them.</summary>
    public abstract HeapSpec? Parse(KindArguments arguments);

    /// <summary>Says what is particular about the heaps of this kind.</summary>
    public abstract KindCode Code(HeapSpec spec);
}

/// <inheritdoc/>
internal sealed class HeapKind<TAttribute, TSpec>(Func<KindArguments, TSpec?> parse, Func<TSpec, KindCode> code) : HeapKind(typeof(TAttribute))
    where TAttribute : HeapAttribute
    where TSpec : HeapSpec
{
    public override HeapSpec? Parse(KindArguments arguments) => parse(arguments);

    public override KindCode Code(HeapSpec spec) => code((TSpec)spec);
}
