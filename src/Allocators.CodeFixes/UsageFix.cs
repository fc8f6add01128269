using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Allocators.CodeFixes;

/// <summary>A fix of how a heap is used: a few words here and there.</summary>
public abstract class UsageFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new UsageFixAll(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindOfferAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } offer) continue;

            context.RegisterCodeFix(
                CodeAction.Create(offer.Title, async cancellation => await (await offer.EditsAsync(cancellation).ConfigureAwait(false)).ApplyAsync(context.Document.Project.Solution, cancellation).ConfigureAwait(false), GetType().Name),
                diagnostic);
        }
    }

    /// <summary>What can be done about a diagnostic; null where there is no one right answer.</summary>
    internal async Task<Offer?> FindOfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null) return null;

        return FindOffer(document, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), cancellation);
    }

    /// <summary>What can be done about what is said of a place; null where there is no one right answer.</summary>
    private protected abstract Offer? FindOffer(Document document, SemanticModel model, SyntaxNode place, CancellationToken cancellation);
}
