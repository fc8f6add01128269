using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds;

/// <summary>A good declaration: all that the emitter needs of the user's code.</summary>
internal sealed record HeapDeclaration(HeapKind Kind, TypeHierarchy Type, HeapSpec Spec);
