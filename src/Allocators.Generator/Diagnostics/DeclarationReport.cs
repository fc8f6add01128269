using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator.Diagnostics;

/// <summary>Takes what the parser finds wrong. The analyzer listens; the generator does not, and then nothing is made.</summary>
internal sealed class DeclarationReport(AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellation)
{
    /// <summary>The property of a diagnostic that names the argument at fault.</summary>
    public const string ArgumentProperty = "Argument";

    /// <summary>The name under which the type of the values is reported, which is no property.</summary>
    public const string TypeName = "Type";

    /// <summary>The property of a diagnostic that holds the good values, separated by commas.</summary>
    public const string GoodValuesProperty = "GoodValues";

    /// <summary>Reports at the argument, or at the attribute if the argument is not written down.</summary>
    public void AtArgument(DiagnosticDescriptor descriptor, string argument, string goodValues, params object[] messageArguments)
    {
        if (report is null) return;

        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(ArgumentProperty, argument)
            .Add(GoodValuesProperty, goodValues);
        report(Diagnostic.Create(descriptor, ArgumentLocation(argument), properties, Grouped(messageArguments)));
    }

    /// <summary>Reports at the attribute.</summary>
    public void AtAttribute(DiagnosticDescriptor descriptor, params object[] messageArguments) =>
        report?.Invoke(Diagnostic.Create(descriptor, AttributeSyntax?.GetLocation(), Grouped(messageArguments)));

    /// <summary>Reports at a symbol of the user's.</summary>
    public void AtSymbol(DiagnosticDescriptor descriptor, ISymbol symbol, params object[] messageArguments) =>
        report?.Invoke(Diagnostic.Create(descriptor, symbol.Locations.FirstOrDefault(), Grouped(messageArguments)));

    /// <summary>Reports at a piece of the user's code.</summary>
    public void AtSyntax(DiagnosticDescriptor descriptor, SyntaxReference syntax, params object[] messageArguments) =>
        report?.Invoke(Diagnostic.Create(descriptor, syntax.GetSyntax(cancellation).GetLocation(), Grouped(messageArguments)));

    /// <summary>Numbers as all messages write them, such as <c>1,024</c>.</summary>
    private static object[] Grouped(object[] messageArguments) => Array.ConvertAll(
        messageArguments,
        static argument => argument is int or long ? string.Format(CultureInfo.InvariantCulture, "{0:N0}", argument) : argument);

    private SyntaxNode? AttributeSyntax => attribute.ApplicationSyntaxReference?.GetSyntax(cancellation);

    private Location? ArgumentLocation(string name)
    {
        SyntaxNode? node = AttributeSyntax;
        SyntaxNode? argument = (node as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(
            candidate => name == (candidate.NameEquals is { } written ? written.Name.Identifier.ValueText : TypeName));
        return (argument ?? node)?.GetLocation();
    }
}
