using System.Collections.Generic;
using System.Globalization;
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
    /// <summary>The declaration, as far as it can be read yet; or null after saying everything that is wrong with it.</summary>
    public static Declaration? Parse(
        HeapKind kind,
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        DeclarationReport report,
        CancellationToken cancellation,
        bool asksParent = true)
    {
        if (!IsWhole(type)) return null;

        Capabilities capabilities = Capabilities.Of(compilation);
        if (!capabilities.IsSupported)
        {
            report.AtAttribute(Descriptors.LanguageTooOld, type.Name, ((CSharpCompilation)compilation).LanguageVersion.ToDisplayString());
            return null;
        }

        if (!HasOneKind(type, report) || !IsPossibleType(kind, type, report, cancellation) || !IsPartial(type, report, cancellation)) return null;

        EquatableArray<string> unread = UnreadArguments.Of(attribute, cancellation);
        if (unread.Count > 0) return new UnreadDeclaration(TypeHierarchy.Of(type), unread);

        KindArguments arguments = new(attribute, type, PlaceOf(type), report);
        HeapSpec? spec = kind.Parse(arguments);
        if (spec is null || !arguments.AreGood || !FitsIntoStruct(spec, arguments)) return null;

        HeapDeclaration declaration = new(kind, TypeHierarchy.Of(type), spec)
        {
            SilencedWarnings = SilencedWarnings.Of(type, attribute),
            IsMarked = MemberRules.IsMarked(type, cancellation),
        };
        return MemberRules.Hold(type, declaration, capabilities, report, cancellation) && (!asksParent || IsParentWritten(attribute, compilation, cancellation)) ? declaration : null;
    }

    /// <summary>Whether the heap that the memory is taken from is written too. If not, that is said where it is declared.</summary>
    private static bool IsParentWritten(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (KindArguments.OverIn(attribute) is not INamedTypeSymbol parent) return true;

        // Two heaps can be over each other: what is asked of a parent is not asked of its own.
        (HeapKind Kind, AttributeData Data) declared = parent.GetAttributes()
            .SelectMany(static data => HeapKinds.All.Where(kind => data.AttributeClass is { } found && kind.IsNameOf(found)).Select(kind => (kind, data)))
            .FirstOrDefault();
        return declared.Data is null
            || Parse(declared.Kind, parent, declared.Data, compilation, new DeclarationReport(declared.Data, report: null, cancellation), cancellation, asksParent: false) is HeapDeclaration;
    }

    /// <summary>Whether the names are written already that a part of the type has to repeat. If not, the compiler says so.</summary>
    private static bool IsWhole(INamedTypeSymbol type) => WithContainers(type).All(static current =>
        current.Name.Length > 0
        && current.TypeParameters.Select(static parameter => parameter.Name).Where(static name => name.Length > 0).Distinct().Count() == current.Arity);

    /// <summary>Every attribute counts, so that one on each of two parts is not taken for two heaps of one name.</summary>
    private static bool HasOneKind(INamedTypeSymbol type, DeclarationReport report)
    {
        List<HeapKind> kinds = type.GetAttributes().SelectMany(KindsOf).ToList();
        if (kinds.Count < 2) return true;

        report.AtAttribute(Descriptors.TwoKinds, type.Name, kinds[0].Name, kinds[1].Name);
        return false;

        static IEnumerable<HeapKind> KindsOf(AttributeData data) =>
            HeapKinds.All.Where(kind => data.AttributeClass is { } found && kind.IsNameOf(found));
    }

    private static bool IsPossibleType(HeapKind kind, INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
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
            { IsStatic: true } when WithContainers(type).Any(static current => current.Arity > 0) => "a static class in a generic type, which has no one address",
            _ when WithContainers(type).Any(current => HasModifier(current, "file", cancellation)) => "local to one file, and the allocator has to write a part of it in another",
            _ => null,
        };
        if (isWrong is null) return true;

        report.AtAttribute(Descriptors.WrongType, type.Name, isWrong, kind.Name, "a partial struct or ref struct, or a static partial class for the whole process");
        return false;
    }

    /// <summary>Whether bookkeeping that is kept out of the memory is no more than a struct can have.</summary>
    private static bool FitsIntoStruct(HeapSpec spec, KindArguments arguments)
    {
        if (spec.BytesInStruct <= HeapOptions.MaxInlineBytes) return true;

        const string Nearest = "State.InMemory";
        string written = string.Format(
            CultureInfo.InvariantCulture,
            "State.InStruct, and the bookkeeping has {0:N0} bytes, more than the {1:N0} that a struct can have",
            spec.BytesInStruct,
            HeapOptions.MaxInlineBytes);
        arguments.Refuse(Descriptors.OutOfRange, nameof(HeapAttribute.State), "Allocators." + Nearest, nameof(HeapAttribute.State), written, Nearest);
        return false;
    }

    private static MemoryPlace PlaceOf(INamedTypeSymbol type) => type switch
    {
        { IsStatic: true } => MemoryPlace.Static,
        { IsRefLikeType: true } => MemoryPlace.Span,
        _ => MemoryPlace.Inline,
    };

    private static bool IsPartial(INamedTypeSymbol type, DeclarationReport report, CancellationToken cancellation)
    {
        INamedTypeSymbol? closed = WithContainers(type).FirstOrDefault(current => !HasModifier(current, "partial", cancellation));
        if (closed is null) return true;

        report.AtAttribute(Descriptors.NotPartial, closed.Name);
        return false;
    }

    /// <summary>A type and those around it, from the inside out.</summary>
    private static IEnumerable<INamedTypeSymbol> WithContainers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType) yield return current;
    }

    private static bool HasModifier(INamedTypeSymbol type, string modifier, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(token => token.ValueText == modifier));
}
