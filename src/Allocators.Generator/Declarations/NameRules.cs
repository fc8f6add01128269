using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>What nothing in a user's own part of the type may be called: what the allocator writes itself, and words that its code needs.</summary>
internal static class NameRules
{
    private const string Rename = "give yours another name";

    /// <summary>The interface that every heap implements, and those that it is made of.</summary>
    private static readonly string[] Interfaces = ["IAllocator", "IBlockOwner", "IHeapFigures", "IResettable", "IHeap"];

    /// <summary>Words that the language lets everybody use as names, and that then mean nothing else.</summary>
    private static readonly string[] Words = ["var", "nint", "unmanaged", "nameof", "_"];

    public static bool Hold(
        INamedTypeSymbol type,
        GeneratedMembers generated,
        DeclarationReport report,
        CancellationToken cancellation)
    {
        bool hold = true;
        if (generated.Has(type.Name))
        {
            report.AtAttribute(Descriptors.MemberCollision, type.Name, $"a member '{type.Name}', which the allocator writes itself; {Rename}");
            hold = false;
        }
        else if (IsInherited(type.Name, type))
        {
            report.AtAttribute(Descriptors.MemberCollision, type.Name, $"a member '{type.Name}', as every type; {Rename}");
            hold = false;
        }

        foreach (string word in Words.Where(word => IsTaken(word, type, cancellation)))
        {
            report.AtAttribute(Descriptors.MemberCollision, type.Name, $"something called '{word}' in its reach, a word that generated code needs; {Rename}");
            hold = false;
        }

        foreach (ITypeParameterSymbol parameter in type.TypeParameters.Where(parameter => generated.Has(parameter.Name)))
        {
            report.AtSymbol(Descriptors.MemberCollision, parameter, type.Name, $"a type parameter '{parameter.Name}', and a member of that name, which the allocator writes itself; {Rename}");
            hold = false;
        }

        foreach (ISymbol member in GeneratedParts.OwnMembersOf(type, cancellation).Where(member => generated.Clashes(member) || IsOfAllocator(member, cancellation)))
        {
            report.AtSymbol(Descriptors.MemberCollision, member, type.Name, $"a member '{GeneratedMembers.NameOf(member)}', which the allocator writes itself; {Rename}");
            hold = false;
        }

        return hold;
    }

    /// <summary>Whether every type has a member of a name: inside a type that is called so, the name means the member.</summary>
    private static bool IsInherited(string name, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).Any(static member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected)) return true;
        }

        return false;
    }

    /// <summary>Whether a word means something of the user's in a part of the type: a member or a parameter of the types around it, or what their namespaces have.</summary>
    private static bool IsTaken(string word, INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            if (around.TypeParameters.Any(parameter => parameter.Name == word)) return true;

            for (INamedTypeSymbol? current = around; current is not null; current = current.BaseType)
            {
                if (current.GetMembers(word).Any(member => !GeneratedParts.Has(member, cancellation))) return true;
            }
        }

        for (INamespaceSymbol? around = type.ContainingNamespace; around is not null; around = around.ContainingNamespace)
        {
            if (around.GetMembers(word).Any()) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a member implements an interface that the allocator implements. In its own part the type need not have the interface, and
    /// then the compiler knows no more of the member than how it is written.
    /// </summary>
    private static bool IsOfAllocator(ISymbol member, CancellationToken cancellation)
    {
        SyntaxNode? syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        ExplicitInterfaceSpecifierSyntax? specifier = (syntax as MethodDeclarationSyntax)?.ExplicitInterfaceSpecifier
            ?? (syntax as BasePropertyDeclarationSyntax)?.ExplicitInterfaceSpecifier;
        SimpleNameSyntax? last = specifier?.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax aliased => aliased.Name,
            var name => name as SimpleNameSyntax,
        };
        return Interfaces.Contains(last?.Identifier.ValueText);
    }
}
