using System.Linq;
using Microsoft.CodeAnalysis;

namespace Allocators.CodeFixes;

/// <summary>Who else has a say in what a member looks like.</summary>
internal static class Members
{
    /// <summary>Whether a member is what an interface asks for.</summary>
    public static bool IsOfInterface(ISymbol member) => member.ContainingType is { } type && (
        type.TypeKind == TypeKind.Interface
        || type.AllInterfaces.SelectMany(asked => asked.GetMembers(member.Name)).Any(asked => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(asked), member))
        || member is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false });

    /// <summary>Whether a member stands for itself: no other type, and no other part of its own, has to agree with it.</summary>
    public static bool StandsAlone(ISymbol member) =>
        member is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false, DeclaringSyntaxReferences.Length: 1 }
        && member is not IMethodSymbol { PartialDefinitionPart: not null } and not IMethodSymbol { PartialImplementationPart: not null }
        && (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction } || !IsOfInterface(member));
}
