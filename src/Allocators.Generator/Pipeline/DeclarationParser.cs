using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Pipeline;

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
        if (!TypeRules.IsWhole(type)) return null;

        Capabilities capabilities = CompilationReader.CapabilitiesOf(compilation);
        if (!capabilities.IsSupported)
        {
            report.AtAttribute(Descriptors.LanguageTooOld, type.Name, ((CSharpCompilation)compilation).LanguageVersion.ToDisplayString());
            return null;
        }

        if (!HasOneKind(type, report) || !TypeRules.Hold(type, kind.Name, report, cancellation)) return null;

        EquatableArray<string> unread = UnreadArguments.Of(attribute, cancellation);
        if (unread.Count > 0) return new UnreadDeclaration(TypeHierarchies.Of(type), unread);

        KindArguments arguments = new(attribute, type, TypeRules.PlaceOf(type), HeapKinds.Attributes, report);
        HeapSpec? spec = kind.Parse(arguments);
        if (spec is null || !arguments.AreGood || !FitsIntoStruct(spec, arguments)) return null;

        HeapDeclaration declaration = new(kind, TypeHierarchies.Of(type), spec);
        bool holds = LayoutRules.Hold(type, report, cancellation) & NameRules.Hold(type, GeneratedMembersCache.Of(kind, spec, capabilities), report, cancellation);
        if (holds && capabilities.IsForAnyRuntime) SuggestPointer(type, spec, report);
        return holds && (!asksParent || IsParentWritten(attribute, compilation, cancellation)) ? declaration : null;
    }

    /// <summary>The declaration with what only the writer asks for; or null if it is not good, about which nobody is told.</summary>
    public static Declaration? ParseToWrite(HeapKind kind, INamedTypeSymbol type, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        Declaration? declaration = Parse(kind, type, attribute, compilation, new DeclarationReport(attribute, report: null, cancellation), cancellation);
        return declaration is not HeapDeclaration heap ? declaration : heap with
        {
            SilencedWarnings = SilencedWarnings.Of(type, attribute),
            TakenNames = new EquatableArray<string>(AliasConflicts.Among(type, ShortNames.Words, compilation, cancellation)),
            Attributes = new EquatableArray<string>(GeneratedParts.AttributesFor(type, cancellation)),
        };
    }

    /// <summary>Other run times can load it, and which will do that is not known when a library is compiled.</summary>
    private static void SuggestPointer(INamedTypeSymbol type, HeapSpec spec, DeclarationReport report)
    {
        if (spec.Options.IsForeign || spec.TotalBytesLong < HeapOptions.MonoMaxInlineBytes) return;

        string what = type.IsStatic ? "static field" : "struct";
        report.AtAttribute(Descriptors.TooLargeForMono, type.Name, spec.TotalBytesLong, what, HeapOptions.MonoMaxInlineBytes);
    }

    /// <summary>Whether the heap that the memory is taken from is written too. If not, that is said where it is declared.</summary>
    private static bool IsParentWritten(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        if (AttributeReader.OverIn(attribute) is not INamedTypeSymbol parent) return true;

        // Two heaps can be over each other: what is asked of a parent is not asked of its own.
        (string name, AttributeData? data) = HeapKinds.Attributes.On(parent).FirstOrDefault();
        return data is null
            || Parse(HeapKinds.Of(name), parent, data, compilation, new DeclarationReport(data, report: null, cancellation), cancellation, asksParent: false) is HeapDeclaration;
    }

    /// <summary>Every attribute counts, so that one on each of two parts is not taken for two heaps of one name.</summary>
    private static bool HasOneKind(INamedTypeSymbol type, DeclarationReport report)
    {
        List<HeapKind> kinds = [.. HeapKinds.Attributes.On(type).Select(static found => HeapKinds.Of(found.Name))];
        if (kinds.Count < 2) return true;

        report.AtAttribute(Descriptors.TwoKinds, type.Name, kinds[0].Name, kinds[1].Name);
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
}
