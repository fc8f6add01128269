using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Allocators.Generator.Surface;
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
        bool hold = KeepsLayout(type, own, report, cancellation) & HasItsNameForItself(type, report);

        // Most heaps have no members of their own, and then there is nothing to compare with.
        if (own.Count == 0) return hold;

        GeneratedMembers generated = GeneratedMembers.Of(HeapWriter.Write(declaration, capabilities), declaration.Type.Heap.Name);
        foreach (ISymbol member in own.Where(generated.Clashes))
        {
            report.AtSymbol(Descriptors.MemberCollision, member, type.Name, member.Name);
            hold = false;
        }

        return hold;
    }

    /// <summary>Only the analyzer can see this: its types have their generated members already.</summary>
    private static bool HasItsNameForItself(INamedTypeSymbol type, DeclarationReport report)
    {
        if (type.GetMembers(type.Name).IsEmpty) return true;

        report.AtAttribute(Descriptors.MemberCollision, type.Name, type.Name);
        return false;
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
    private static bool IsGenerated(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(reference => IsGenerated(reference, cancellation));

    private static bool IsGenerated(SyntaxReference reference, CancellationToken cancellation) =>
        reference.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>(IsGeneratedPart) is not null;

    private static bool IsGeneratedPart(TypeDeclarationSyntax declaration) => declaration.AttributeLists.Any(
        static list => list.Attributes.Any(static attribute =>
            attribute.Name.ToString().EndsWith("GeneratedCode", StringComparison.Ordinal)
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: "Allocators" }));

    /// <summary>The names and parameter lists in a generated file, read from the file itself so that there is no second list of them.</summary>
    private sealed class GeneratedMembers
    {
        private readonly HashSet<string> _methods = [];
        private readonly HashSet<string> _others = [];

        public static GeneratedMembers Of(string source, string heap)
        {
            GeneratedMembers members = new();
            TypeDeclarationSyntax declaration = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
                .OfType<TypeDeclarationSyntax>().First(type => type.Identifier.Text == heap && IsGeneratedPart(type));
            foreach (MemberDeclarationSyntax member in declaration.Members) members.Add(member);
            return members;
        }

        public bool Clashes(ISymbol member) => member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method => _others.Contains(method.Name) || _methods.Contains(SignatureOf(method)),
            IMethodSymbol => false,
            IPropertySymbol { IsIndexer: true } indexer => _others.Contains("this" + string.Join(",", indexer.Parameters.Select(TypeOf))),
            _ => _others.Contains(member.Name) || _methods.Any(signature => signature.StartsWith(member.Name + "`", StringComparison.Ordinal)),
        };

        private void Add(MemberDeclarationSyntax member)
        {
            switch (member)
            {
                case MethodDeclarationSyntax method:
                    _methods.Add($"{method.Identifier.Text}`{method.TypeParameterList?.Parameters.Count ?? 0}({TypesOf(method.ParameterList)})");
                    break;
                case ConstructorDeclarationSyntax constructor:
                    _methods.Add($"{WellKnownMemberNames.InstanceConstructorName}`0({TypesOf(constructor.ParameterList)})");
                    break;
                case IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: null } indexer:
                    _others.Add("this" + TypesOf(indexer.ParameterList));
                    break;
                case PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property:
                    _others.Add(property.Identifier.Text);
                    break;
                case FieldDeclarationSyntax field:
                    _others.UnionWith(field.Declaration.Variables.Select(static variable => variable.Identifier.Text));
                    break;
                case BaseTypeDeclarationSyntax type:
                    _others.Add(type.Identifier.Text);
                    break;
            }
        }

        private static string SignatureOf(IMethodSymbol method) =>
            $"{method.Name}`{method.Arity}({string.Join(",", method.Parameters.Select(TypeOf))})";

        private static string TypeOf(IParameterSymbol parameter)
        {
            // A generated method calls its type parameter T, and an address nint; to the compiler other names are the same.
            var parts = parameter.Type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat)
                .Select(static part => part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } ? "T" : part.ToString());
            string type = string.Concat(parts).Replace("global::System.IntPtr", "nint");
            return parameter.RefKind == RefKind.None ? type : "ref " + type;
        }

        private static string TypesOf(BaseParameterListSyntax list) => string.Join(",", list.Parameters.Select(
            static parameter => parameter.Modifiers.Count == 0 ? parameter.Type!.ToString() : "ref " + parameter.Type));
    }
}
