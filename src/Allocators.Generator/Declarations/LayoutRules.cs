using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>What a user's own part of the type may not have because the allocator lays out its fields.</summary>
internal static class LayoutRules
{
    /// <summary>Whether nothing of the user's would move the fields that the allocator writes; if something would, that is said.</summary>
    public static bool Hold(INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
    {
        if (type.IsStatic) return true;

        bool keeps = true;
        foreach (AttributeData layout in type.GetAttributes().Where(data => IsOwnLayout(data, cancellation)))
        {
            report.AtSyntax(Descriptors.LayoutIsFixed, layout.ApplicationSyntaxReference!, type.Name, "a layout of its own");
            keeps = false;
        }

        foreach (ISymbol member in GeneratedParts.OwnMembersOf(type, cancellation))
        {
            string? what = member switch
            {
                IFieldSymbol { IsStatic: false } => $"the field '{member.Name}'",
                IPropertySymbol { IsStatic: false } property when IsAutomatic(property, type) => $"the automatic property '{member.Name}'",
                IEventSymbol { IsStatic: false, AddMethod.IsImplicitlyDeclared: true } => $"the event '{member.Name}'",
                IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when IsPrimary(constructor, cancellation) => "a primary constructor",
                _ => null,
            };
            if (what is null) continue;

            report.AtSymbol(Descriptors.LayoutIsFixed, member, type.Name, what);
            keeps = false;
        }

        return keeps;
    }

    private static bool IsOwnLayout(AttributeData data, CancellationToken cancellation) =>
        data.AttributeClass?.ToDisplayString() == typeof(StructLayoutAttribute).FullName
        && data.ApplicationSyntaxReference is { } reference
        && !GeneratedParts.IsIn(reference, cancellation);

    /// <summary>The parameters of a primary constructor become fields where methods use them.</summary>
    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax);

    private static bool IsAutomatic(IPropertySymbol property, INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Any(
        field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
