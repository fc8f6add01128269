using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>Tells which words mean something of the user's inside a part of a type that the generator writes.</summary>
internal static class AliasConflicts
{
    /// <summary>The words that an alias in the namespace of a type could not be called, or that would not mean the alias inside the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="words">The words that are asked for.</param>
    /// <param name="compilation">All that is known when the generator runs.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static IEnumerable<string> Among(INamedTypeSymbol type, IEnumerable<string> words, Compilation compilation, CancellationToken cancellation)
    {
        INamespaceSymbol around = compilation.GetCompilationNamespace(type.ContainingNamespace) ?? type.ContainingNamespace;
        HashSet<string> global = around.IsGlobalNamespace ? [.. GlobalAliases(compilation, cancellation)] : [];
        return words.Where(word => IsInTypes(word, type) || around.GetMembers(word).Any() || global.Contains(word));
    }

    /// <summary>Whether a type, one around it, or one that those inherit from, has a member or parameter that is called so.</summary>
    private static bool IsInTypes(string word, INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol around in TypeHierarchies.WithContainers(type))
        {
            if (around.TypeParameters.Any(parameter => parameter.Name == word)) return true;

            for (INamedTypeSymbol? current = around; current is not null; current = current.BaseType)
            {
                if (current.GetMembers(word).Any()) return true;
            }
        }

        return false;
    }

    /// <summary>Aliases that are those of every file, and would be there twice.</summary>
    private static IEnumerable<string> GlobalAliases(Compilation compilation, CancellationToken cancellation) =>
        from tree in compilation.SyntaxTrees
        from directive in (tree.GetRoot(cancellation) as CompilationUnitSyntax)?.Usings ?? default
        where directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
        let alias = directive.Alias
        where alias is not null
        select alias.Name.Identifier.ValueText;
}
