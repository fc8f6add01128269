using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Kinds;

/// <summary>Reads a declaration: first what every kind asks of a type, then the numbers of its kind.</summary>
internal static class DeclarationParser
{
    /// <summary>The declaration, or null after saying everything that is wrong with it.</summary>
    public static HeapDeclaration? Parse(
        HeapKind kind,
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        DeclarationReport report,
        CancellationToken cancellation)
    {
        Capabilities capabilities = Capabilities.Of(compilation);
        if (!capabilities.IsSupported)
        {
            report.AtAttribute(Descriptors.LanguageTooOld, type.Name, ((CSharpCompilation)compilation).LanguageVersion.ToDisplayString());
            return null;
        }

        if (!HasOneKind(type, report) || !IsPossibleType(kind, type, report, cancellation) || !IsPartial(type, report, cancellation)) return null;

        KindArguments arguments = new(attribute, PlaceOf(type), report);
        arguments.ReadOptions();
        HeapSpec? spec = kind.Parse(arguments);
        if (spec is null || !arguments.AreGood) return null;

        HeapDeclaration declaration = new(kind, TypeHierarchy.Of(type), spec);
        return MemberRules.Hold(type, declaration, capabilities, report, cancellation) ? declaration : null;
    }

    private static bool HasOneKind(INamedTypeSymbol type, DeclarationReport report)
    {
        var kinds = HeapKinds.All.Where(kind => type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == kind.AttributeName)).ToList();
        if (kinds.Count < 2) return true;

        report.AtAttribute(Descriptors.TwoKinds, type.Name, kinds[0].Name, kinds[1].Name);
        return false;
    }

    private static bool IsPossibleType(HeapKind kind, INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
    {
        string? isWrong = type switch
        {
            { TypeKind: TypeKind.Class, IsRecord: true } => "a record",
            { TypeKind: TypeKind.Class, IsStatic: false } => "a class that can have instances",
            { IsRecord: true } => "a record struct",
            { IsReadOnly: true } => "a readonly struct",
            { IsStatic: true } when IsInGenericType(type) => "a static class in a generic type, which has no one address",
            _ when HasModifier(type, "file", cancellation) => "a file-local type, of which no other file can be a part",
            _ => null,
        };
        if (isWrong is null) return true;

        report.AtAttribute(Descriptors.WrongType, type.Name, isWrong, kind.Name, "a partial struct or ref struct, or a static partial class for the whole process");
        return false;
    }

    private static MemoryPlace PlaceOf(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => MemoryPlace.Static,
        { IsRefLikeType: true } => MemoryPlace.Span,
        _ => MemoryPlace.Inline,
    };

    private static bool IsInGenericType(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0) return true;
        }

        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (HasModifier(current, "partial", cancellation)) continue;

            report.AtAttribute(Descriptors.NotPartial, current.Name);
            return false;
        }

        return true;
    }

    private static bool HasModifier(INamedTypeSymbol type, string modifier, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(token => token.ValueText == modifier));
}
