using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.CodeFixes;

/// <summary>Makes a parameter <c>ref</c>, and says so in all calls. An argument that is no variable is left for the user to see.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefParameterFix))]
public sealed class RefParameterFix : UsageFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(UsageDescriptors.PassedByValue.Id, UsageDescriptors.HiddenCopy.Id);

    private protected override Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation)
    {
        IOperation? use = model.GetOperation(place, cancellation);
        IParameterSymbol? parameter = (ParameterTaking(use) ?? Roots.Of(use) as IParameterSymbol)?.OriginalDefinition;
        if (parameter is not { RefKind: not RefKind.Ref, IsParams: false, IsOptional: false, Type.TypeKind: TypeKind.Struct, ContainingSymbol: IMethodSymbol method } || !CanChange(method)) return null;

        Solution solution = document.Project.Solution;
        if (parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax } declared) return null;

        SyntaxNode function = declared.Parent!.Parent!;
        if (Writables.IsInPieces(function) || Writables.IsCaptured(function, parameter.Name) || Writables.IsAssigned(function, parameter.Name) || solution.GetDocument(declared.SyntaxTree) is not { } home) return null;

        return new Offer($"Make '{parameter.Name}' of '{(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)}' a 'ref' parameter", EditsAsync);

        async Task<Edits> EditsAsync(CancellationToken whileEditing)
        {
            Edits edits = new();
            SayRef(edits, home.Id, declared.Type!.SpanStart, [.. declared.Modifiers]);
            foreach (ReferencedSymbol referenced in await SymbolFinder.FindReferencesAsync(method, solution, whileEditing).ConfigureAwait(false))
            {
                foreach (ReferenceLocation location in referenced.Locations) await SayRefInCallAsync(edits, location, parameter, whileEditing).ConfigureAwait(false);
            }

            return edits;
        }
    }

    /// <summary>The parameter that gets a copy of an argument.</summary>
    private static IParameterSymbol? ParameterTaking(IOperation? use)
    {
        while (use?.Parent is IConversionOperation { Conversion.IsIdentity: true }) use = use.Parent;
        return use?.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { RefKind: RefKind.None } parameter } ? parameter : null;
    }

    /// <summary>Whether a method is written here, alone says what its parameters are, and is not there twice with <c>ref</c>.</summary>
    private static bool CanChange(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.LocalFunction
        && Members.StandsAlone(method)
        && !(method.ContainingType?.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => !SymbolEqualityComparer.Default.Equals(other, method) && HasSameTypes(other, method)) ?? false);

    private static bool HasSameTypes(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters.Select(static parameter => parameter.Type).SequenceEqual(other.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    /// <summary>Says <c>ref</c> in front of a type or an argument, in place of what else was said of it.</summary>
    private static void SayRef(Edits edits, DocumentId document, int place, params SyntaxToken[] said)
    {
        SyntaxToken other = said.FirstOrDefault(static word => word.IsKind(SyntaxKind.InKeyword) || word.IsKind(SyntaxKind.RefKeyword));
        if (other == default) edits.Insert(document, place, "ref ");
        else if (other.IsKind(SyntaxKind.InKeyword)) edits.Replace(document, other.Span, "ref");
        else if (said.FirstOrDefault(static word => word.IsKind(SyntaxKind.ReadOnlyKeyword)) is { RawKind: not 0 } readOnly) edits.Remove(document, readOnly);
    }

    private static async Task SayRefInCallAsync(Edits edits, ReferenceLocation location, IParameterSymbol changed, CancellationToken cancellation)
    {
        // What another generator writes is not ours to change.
        if (location.Document is SourceGeneratedDocument) return;

        SyntaxNode? root = await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await location.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || ArgumentsOf(root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true)) is not { } arguments) return;

        foreach (ArgumentSyntax argument in arguments.Arguments)
        {
            // The call can be one of another method, beside a reference that is nowhere written.
            if (model.GetOperation(argument, cancellation) is IArgumentOperation { Parameter: { } parameter, Value: var value } && IsSame(parameter, changed) && Variables.IsVariable(value)) SayRef(edits, location.Document.Id, argument.Expression.SpanStart, argument.RefKindKeyword);
        }
    }

    /// <summary>In another project, a symbol is not the same object.</summary>
    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.Ordinal == other.Ordinal && one.Name == other.Name && one.ContainingSymbol.Name == other.ContainingSymbol.Name;

    /// <summary>The arguments of a call, told by the name of what is called.</summary>
    private static ArgumentListSyntax? ArgumentsOf(SyntaxNode name) => name.AncestorsAndSelf().Select(node => node switch
    {
        InvocationExpressionSyntax call when call.Expression.Span.Contains(name.Span) => call.ArgumentList,
        BaseObjectCreationExpressionSyntax made when made.ArgumentList is { } list && !list.Span.Contains(name.Span) => list,
        ConstructorInitializerSyntax initializer when !initializer.ArgumentList.Span.Contains(name.Span) => initializer.ArgumentList,
        _ => null,
    }).FirstOrDefault(static list => list is not null);
}
