using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Allocators.CodeFixes;

/// <summary>Sets an argument of a kind's attribute to one of the good values that the diagnostic names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetArgumentFix))]
public sealed class SetArgumentFix : CodeFixProvider
{
    private const string Library = nameof(Allocators) + ".";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        Descriptors.ChunkSizeNotPowerOfTwo.Id,
        Descriptors.OutOfRange.Id,
        Descriptors.TooLarge.Id,
        Descriptors.BadAlignment.Id,
        Descriptors.UnknownVariant.Id,
        Descriptors.BadArena.Id,
        Descriptors.SmallerVariant.Id,
        Descriptors.HandleTooNarrow.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics) Register(context, diagnostic);
        return Task.CompletedTask;
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DeclarationReport.ArgumentProperty, out string? argument) || argument is null) return;
        if (!diagnostic.Properties.TryGetValue(DeclarationReport.GoodValuesProperty, out string? values) || values is null) return;

        string[] goodValues = values.Split(',');
        for (int i = 0; i < goodValues.Length; i++)
        {
            string value = goodValues[i];
            string shown = value.StartsWith(Library, StringComparison.Ordinal) ? value.Substring(Library.Length) : value;

            // The key is the place in the list and not the value, so that "fix all" takes for each heap the value nearest to its own.
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Set {argument} to {shown}",
                    cancellation => SetAsync(context.Document, diagnostic, argument, value, cancellation),
                    $"{diagnostic.Id}.{i}"),
                diagnostic);
        }
    }

    private static async Task<Document> SetAsync(Document document, Diagnostic diagnostic, string name, string value, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? place = root?.FindNode(diagnostic.Location.SourceSpan);
        if (root is null || place is null) return document;

        ExpressionSyntax expression = ExpressionOf(value);
        if (place.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument)
        {
            return document.WithSyntaxRoot(root.ReplaceNode(argument.Expression, expression.WithTriviaFrom(argument.Expression)));
        }

        // The value at fault is a default: it is not written down, and the diagnostic is at the attribute.
        if (place.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute) return document;

        AttributeSyntax set = attribute.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), nameColon: null, expression));
        return document.WithSyntaxRoot(root.ReplaceNode(attribute, set.WithAdditionalAnnotations(Formatter.Annotation)));
    }

    /// <summary>A member of an enum is written in full, and shortened by the editor to what the file needs.</summary>
    private static ExpressionSyntax ExpressionOf(string value) => value.StartsWith(Library, StringComparison.Ordinal)
        ? SyntaxFactory.ParseExpression("global::" + value).WithAdditionalAnnotations(Simplifier.Annotation)
        : SyntaxFactory.ParseExpression(value);
}
