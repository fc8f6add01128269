using System;
using System.Threading;
using System.Threading.Tasks;

namespace Allocators.CodeFixes;

/// <summary>What a fix would do about a diagnostic.</summary>
/// <param name="Title">How it is called in the editor.</param>
/// <param name="EditsAsync">What it changes. Asked only for what is taken: it may have to look through the solution.</param>
internal sealed record Offer(string Title, Func<CancellationToken, Task<Edits>> EditsAsync)
{
    public Offer(string title, Edits edits)
        : this(title, _ => Task.FromResult(edits))
    {
    }
}
