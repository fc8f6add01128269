using Allocators.Generator.Declarations;
using Allocators.Generator.Kinds;
using Allocators.Generator.Model;

namespace Allocators.Generator.Pipeline;

/// <summary>A declaration that something is written for.</summary>
internal abstract record Declaration(TypeHierarchy Type);

/// <summary>A good declaration: all that the emitter needs of the user's code.</summary>
internal sealed record HeapDeclaration(HeapKind Kind, TypeHierarchy Type, HeapSpec Spec) : Declaration(Type)
{
    /// <summary>Warnings that would be of the user's code, but lie in the generated.</summary>
    public EquatableArray<string> SilencedWarnings { get; init; }

    /// <summary>Words that generated code could use for types, were they not taken by something of the user's; all that there are where nobody looked.</summary>
    public EquatableArray<string> TakenNames { get; init; } = new(ShortNames.Words);

    /// <summary>What tells tools that the code is generated.</summary>
    public EquatableArray<string> Attributes { get; init; }
}

/// <summary>A declaration that no heap can be made of yet.</summary>
/// <param name="Type">Where it is.</param>
/// <param name="Arguments">The arguments that have no value yet, as they are written.</param>
internal sealed record UnreadDeclaration(TypeHierarchy Type, EquatableArray<string> Arguments) : Declaration(Type);
