using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Kinds;

/// <summary>What a user's own part of the type may not have: what the allocator writes itself, and what would move its fields.</summary>
internal static class MemberRules
{
    public static bool Hold(
        INamedTypeSymbol type,
        HeapDeclaration declaration,
        Capabilities capabilities,
        DeclarationReport report,
        CancellationToken cancellation)
    {
        List<ISymbol> own = type.GetMembers().Where(member => !member.IsImplicitlyDeclared && !IsGenerated(member, cancellation)).ToList();
        bool hold = KeepsLayout(type, own, report, cancellation);

        GeneratedMembers generated = GeneratedMembers.Of(declaration.Kind, declaration.Spec, capabilities);
        if (generated.Has(type.Name))
        {
            report.AtAttribute(Descriptors.MemberCollision, type.Name, type.Name);
            hold = false;
        }

        foreach (ISymbol member in own.Where(generated.Clashes))
        {
            report.AtSymbol(Descriptors.MemberCollision, member, type.Name, GeneratedMembers.NameOf(member));
            hold = false;
        }

        return hold;
    }

    private static bool KeepsLayout(INamedTypeSymbol type, List<ISymbol> own, DeclarationReport report, CancellationToken cancellation)
    {
        if (type.IsStatic) return true;

        bool keeps = true;
        foreach (AttributeData layout in type.GetAttributes().Where(data => IsOwnLayout(data, cancellation)))
        {
            report.AtSyntax(Descriptors.LayoutIsFixed, layout.ApplicationSyntaxReference!, type.Name, "a layout of its own");
            keeps = false;
        }

        foreach (ISymbol member in own)
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
        && !IsGenerated(reference, cancellation);

    /// <summary>The parameters of a primary constructor become fields where methods use them.</summary>
    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax);

    private static bool IsAutomatic(IPropertySymbol property, INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Any(
        field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>Whether a member stands in a part of the type that the generator wrote.</summary>
    public static bool IsGenerated(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(reference => IsGenerated(reference, cancellation));

    private static bool IsGenerated(SyntaxReference reference, CancellationToken cancellation) =>
        reference.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsGeneratedPart) is not null;

    private static bool IsGeneratedPart(TypeDeclarationSyntax declaration) => declaration.AttributeLists.Any(
        static list => list.Attributes.Any(static attribute =>
            attribute.Name.ToString().EndsWith("GeneratedCode", StringComparison.Ordinal)
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: "Allocators" }));
}
