using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>The names and parameter lists in a generated file, read from the file itself so that there is no second list of them.</summary>
internal sealed class GeneratedMembers
{
    /// <summary>What the compiler calls an indexer when it compares members; the type may be called so.</summary>
    private const string NameOfIndexers = "Item";

    /// <summary>What is in comments does not matter here.</summary>
    private static readonly CSharpParseOptions Undocumented = new(documentationMode: DocumentationMode.None);

    private readonly HashSet<string> _methods = [];
    private readonly HashSet<string> _others = [];

    /// <summary>What no type with these members can be called.</summary>
    private readonly HashSet<string> _names = [];

    /// <summary>Whether a member is called so.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whether a member cannot stand beside the generated ones.</summary>
    public bool Clashes(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method => _others.Contains(method.Name) || _methods.Contains(SignatureOf(method)),
        IMethodSymbol => false,
        IPropertySymbol { IsIndexer: true } indexer => _others.Contains("this" + string.Join(",", indexer.Parameters.Select(TypeOf))),
        _ => _others.Contains(member.Name) || _names.Contains(member.Name),
    };

    /// <summary>A member as its user calls it.</summary>
    public static string NameOf(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        ? $"{constructor.ContainingType.Name}({string.Join(", ", constructor.Parameters.Select(ShortTypeOf))})"
        : member.Name;

    /// <summary>The members of the first type in a file.</summary>
    public static GeneratedMembers Read(string source)
    {
        GeneratedMembers members = new();
        TypeDeclarationSyntax declaration = CSharpSyntaxTree.ParseText(source, Undocumented).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First();
        foreach (MemberDeclarationSyntax member in declaration.Members) members.Add(member);
        return members;
    }

    private void Add(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method:
                _methods.Add($"{method.Identifier.Text}`{method.TypeParameterList?.Parameters.Count ?? 0}({TypesOf(method.ParameterList)})");
                _names.Add(method.Identifier.Text);
                break;
            case ConstructorDeclarationSyntax constructor:
                _methods.Add($"{WellKnownMemberNames.InstanceConstructorName}`0({TypesOf(constructor.ParameterList)})");
                break;
            case IndexerDeclarationSyntax { ExplicitInterfaceSpecifier: null } indexer:
                _others.Add("this" + TypesOf(indexer.ParameterList));
                AddAccessors(NameOfIndexers, TypesOf(indexer.ParameterList) + ",", indexer.Type);
                _others.Add(NameOfIndexers);
                break;
            case PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property:
                AddOther(property.Identifier.Text);
                AddAccessors(property.Identifier.Text, "", property.Type);
                break;
            case FieldDeclarationSyntax field:
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables) AddOther(variable.Identifier.Text);
                break;
            case BaseTypeDeclarationSyntax type:
                AddOther(type.Identifier.Text);
                break;
        }
    }

    private void AddOther(string name)
    {
        _others.Add(name);
        _names.Add(name);
    }

    /// <summary>The names of both accessors are taken, whether there are two or one.</summary>
    private void AddAccessors(string property, string parameters, TypeSyntax type)
    {
        _methods.Add($"get_{property}`0({parameters.TrimEnd(',')})");
        _methods.Add($"set_{property}`0({parameters}{type})");
        _names.Add("get_" + property);
        _names.Add("set_" + property);
    }

    private static string SignatureOf(IMethodSymbol method) =>
        $"{method.Name}`{method.Arity}({string.Join(",", method.Parameters.Select(TypeOf))})";

    private static string TypeOf(IParameterSymbol parameter)
    {
        // A generated method calls its type parameter T, and an address nint; to the compiler other names are the same.
        var parts = parameter.Type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat)
            .Select(static part => part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } ? "T" : part.ToString());
        string type = string.Concat(parts).Replace("global::System.IntPtr", "nint").Replace("global::System.UIntPtr", "nuint");
        return parameter.RefKind == RefKind.None ? type : "ref " + type;
    }

    private static string ShortTypeOf(IParameterSymbol parameter)
    {
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type switch { nameof(IntPtr) => "nint", nameof(UIntPtr) => "nuint", _ => type };
    }

    private static string TypesOf(BaseParameterListSyntax list) => string.Join(",", list.Parameters.Select(
        static parameter => parameter.Modifiers.Count == 0 ? parameter.Type!.ToString() : "ref " + parameter.Type));
}
