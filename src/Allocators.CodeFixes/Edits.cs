using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Allocators.CodeFixes;

/// <summary>What a fix changes, in one file or in several. The same edit said twice is one: that is what lets fixes be added up.</summary>
internal sealed class Edits
{
    private readonly Dictionary<DocumentId, HashSet<TextChange>> _changes = [];

    /// <summary>Writes a text in front of what stands at a place.</summary>
    public Edits Insert(DocumentId document, int place, string text) => Replace(document, new TextSpan(place, 0), text);

    /// <summary>Removes a word and what is between it and the next on its line.</summary>
    public Edits Remove(DocumentId document, SyntaxToken word) => Replace(
        document, TextSpan.FromBounds(word.SpanStart, word.HasTrailingTrivia && word.TrailingTrivia[0].IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.WhitespaceTrivia) ? word.TrailingTrivia[0].Span.End : word.Span.End), "");

    /// <summary>Writes a text in place of another.</summary>
    public Edits Replace(DocumentId document, TextSpan span, string text)
    {
        if (!_changes.TryGetValue(document, out HashSet<TextChange>? changes)) _changes.Add(document, changes = []);
        changes.Add(new TextChange(span, text));
        return this;
    }

    /// <summary>Does what others do, too.</summary>
    public void Add(Edits others)
    {
        foreach (KeyValuePair<DocumentId, HashSet<TextChange>> file in others._changes)
        {
            foreach (TextChange change in file.Value) Replace(file.Key, change.Span, change.NewText!);
        }
    }

    /// <summary>The solution with all of it.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        foreach (KeyValuePair<DocumentId, HashSet<TextChange>> file in _changes)
        {
            SourceText text = await solution.GetDocument(file.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(file.Key, text.WithChanges(file.Value.OrderBy(static change => change.Span)));
        }

        return solution;
    }
}
