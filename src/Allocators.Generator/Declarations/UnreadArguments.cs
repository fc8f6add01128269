using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Declarations;

/// <summary>Arguments that name what generators have yet to write, such as a constant of another heap.</summary>
/// <remarks>
/// While the generator runs they have no value; the analyzer sees the finished program, in which they do. So the generator leaves in its
/// file what it could not read, and the analyzer says so.
/// </remarks>
internal static class UnreadArguments
{
    /// <summary>What the attribute on a generated part is given as the name of the tool, to list the arguments that could not be read.</summary>
    public const string Tool = "Allocators.Unread";

    private const char Separator = '\n';

    /// <summary>The arguments that have no value now, as they are written.</summary>
    public static EquatableArray<string> Of(AttributeData attribute, CancellationToken cancellation)
    {
        HashSet<string> unread = [.. NamesOfUnread(attribute)];
        return new EquatableArray<string>(unread.Count == 0
            ? []
            : Written(attribute, cancellation).Where(argument => unread.Contains(argument.Name)).Select(static argument => argument.ToString()));
    }

    /// <summary>The arguments as the generated file lists them.</summary>
    public static string Listed(EquatableArray<string> arguments) => string.Join(Separator.ToString(), arguments);

    /// <summary>Says of the finished program which arguments had no value, or another one, when the heap was to be generated.</summary>
    public static void Report(INamedTypeSymbol type, AttributeData attribute, DeclarationReport report, CancellationToken cancellation)
    {
        HashSet<string> unread = [.. type.GetAttributes().SelectMany(ListedIn)], unknown = [.. NamesOfUnread(attribute)];
        foreach (Argument argument in Written(attribute, cancellation))
        {
            // What has no value here either, the compiler has told the user.
            if (unknown.Contains(argument.Name)) continue;

            bool isType = argument.Name == DeclarationReport.TypeName || argument.Expression is TypeOfExpressionSyntax;
            if (!unread.Contains(argument.ToString()) && (isType || !NamesGenerated(argument.Expression, type, [], cancellation))) continue;

            report.AtArgument(
                Descriptors.NotThereYet,
                argument.Name,
                "",
                argument.Name,
                argument.Text,
                isType ? "types" : "constants",
                isType ? "take a type of your own" : "write the number, or a constant of your own that needs none of them");
        }
    }

    private static IEnumerable<string> NamesOfUnread(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Any(IsUnread) || attribute.AttributeClass?.TypeArguments.Any(IsUnread) == true) yield return DeclarationReport.TypeName;

        foreach (var argument in attribute.NamedArguments)
        {
            if (IsUnread(argument.Value)) yield return argument.Key;
        }
    }

    private static bool IsUnread(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error || (value.Kind == TypedConstantKind.Type && value.Value is ITypeSymbol type && IsUnread(type));

    private static bool IsUnread(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnread(array.ElementType),
        IPointerTypeSymbol pointer => IsUnread(pointer.PointedAtType),
        INamedTypeSymbol { IsUnboundGenericType: true } => false,
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnread) || (named.ContainingType is { } outer && IsUnread(outer)),
        _ => false,
    };

    private static IEnumerable<string> ListedIn(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[0].Value is Tool && attribute.ConstructorArguments[1].Value is string listed
            ? listed.Split(Separator)
            : [];

    private static IEnumerable<Argument> Written(AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax) yield break;

        foreach (TypeSyntax type in syntax.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().SelectMany(static name => name.TypeArgumentList.Arguments).Take(1))
        {
            yield return new Argument(DeclarationReport.TypeName, type);
        }

        if (syntax.ArgumentList is null) yield break;

        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList.Arguments)
        {
            yield return new Argument(argument.NameEquals?.Name.Identifier.ValueText ?? DeclarationReport.TypeName, argument.Expression);
        }
    }

    /// <summary>
    /// Whether an expression on a heap names a constant that the generator wrote into it: in the finished program that hides what the
    /// generator found further out. Constants of the user's in the same type are followed.
    /// </summary>
    private static bool NamesGenerated(ExpressionSyntax expression, INamedTypeSymbol type, HashSet<string> seen, CancellationToken cancellation) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(IsFree).Any(
            name => type.GetMembers(name.Identifier.ValueText).OfType<IFieldSymbol>().Any(
                field => GeneratedParts.Has(field, cancellation)
                    || (seen.Add(field.Name) && InitializersOf(field, cancellation).Any(value => NamesGenerated(value, type, seen, cancellation)))));

    /// <summary>Whether a name is looked for from the inside out, and means a value.</summary>
    private static bool IsFree(IdentifierNameSyntax name) =>
        name.Parent is not MemberAccessExpressionSyntax { Name: var member } || member != name
            ? !name.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression.ToString() == "nameof")
            : false;

    private static IEnumerable<ExpressionSyntax> InitializersOf(IFieldSymbol field, CancellationToken cancellation) => field.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value)
        .OfType<ExpressionSyntax>();

    private readonly record struct Argument(string Name, ExpressionSyntax Expression)
    {
        public string Text => Expression.NormalizeWhitespace(indentation: "", eol: " ").ToString();

        public override string ToString() => $"{Name} = {Text}";
    }
}
