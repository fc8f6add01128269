using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>What a type has to be to become a heap of any kind.</summary>
internal static class TypeRules
{
    /// <summary>Whether a heap can be written into a type; if not, that is said.</summary>
    public static bool Hold(INamedTypeSymbol type, string kind, DeclarationReport report, CancellationToken cancellation) =>
        IsPossible(type, kind, report, cancellation) && IsPartial(type, report, cancellation);

    /// <summary>Whether the names are written already that a part of the type has to repeat, and mean nothing else. If not, the compiler says so.</summary>
    public static bool IsWhole(INamedTypeSymbol type) => TypeHierarchies.WithContainers(type).All(static current =>
        current.Name.Length > 0
        && ((INamespaceOrTypeSymbol)current.ContainingSymbol).GetTypeMembers(current.Name, current.Arity).Count(other => other.MetadataName == current.MetadataName) == 1
        && current.TypeParameters.Select(static parameter => parameter.Name).Where(static name => name.Length > 0).Distinct().Count() == current.Arity);

    /// <summary>Where the declaration of a type says that the memory is.</summary>
    public static HeapPlace PlaceOf(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => HeapPlace.Static,
        { IsRefLikeType: true } => new(MemoryPlace.Span),
        _ => new(MemoryPlace.Inline),
    };

    private static bool IsPossible(INamedTypeSymbol type, string kind, DeclarationReport report, CancellationToken cancellation)
    {
        string? isWrong = type switch
        {
            { TypeKind: TypeKind.Interface } => "an interface",
            { TypeKind: TypeKind.Enum } => "an enum",
            { TypeKind: TypeKind.Delegate } => "a delegate",
            { TypeKind: TypeKind.Class, IsRecord: true } => "a record",
            { TypeKind: TypeKind.Class, IsStatic: false } => "a class that can have instances",
            { IsRecord: true } => "a record struct",
            { IsReadOnly: true } => "a readonly struct",
            { IsStatic: true } when TypeHierarchies.WithContainers(type).Any(static current => current.Arity > 0) => "a static class in a generic type, which has no one address",
            _ when TypeHierarchies.WithContainers(type).Any(current => HasModifier(current, "file", cancellation)) => "local to one file, and the allocator has to write a part of it in another",
            _ => null,
        };
        if (isWrong is null) return true;

        report.AtAttribute(Descriptors.WrongType, type.Name, isWrong, kind, "a partial struct or ref struct, or a static partial class for the whole process");
        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
    {
        INamedTypeSymbol? closed = TypeHierarchies.WithContainers(type).FirstOrDefault(current => !HasModifier(current, "partial", cancellation));
        if (closed is null) return true;

        report.AtAttribute(Descriptors.NotPartial, closed.Name);
        return false;
    }

    private static bool HasModifier(INamedTypeSymbol type, string modifier, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(token => token.ValueText == modifier));
}
