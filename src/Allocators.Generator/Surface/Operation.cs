using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>
/// The body of a public member that changes the heap, whatever it changes: validate, enter, call the state, exit, and only then throw
/// or return. What all of them are to do besides is written here.
/// </summary>
/// <param name="Call">The statement that calls the state, and notes what came of it.</param>
/// <param name="Then">What is done of that outside of the lock: return, or throw.</param>
internal sealed record Operation(string Call, string Then)
{
    /// <summary>What is refused, or done, without a look at the state.</summary>
    public string Validate { get; init; } = "";

    /// <summary>What is tried before the lock is taken.</summary>
    public string Shortcut { get; init; } = "";

    /// <summary>
    /// The statement that leaves what the shortcut did not do to a method of its own, with <see cref="Rest"/> in it; none if all is one method. A method that
    /// calls nothing and goes on has no registers to save.
    /// </summary>
    public string Elsewhere { get; init; } = "";

    /// <summary>What is done after the call, but before anybody else can make one.</summary>
    public string Finish { get; init; } = "";

    /// <summary>The body in a heap.</summary>
    /// <param name="context">The heap.</param>
    /// <param name="enter">How the state is entered.</param>
    public string Body(SurfaceContext context, string enter)
    {
        CodeTemplate body = $$"""
            {{Validate}}
            {{Shortcut}}
            {{(Elsewhere.Length > 0 ? Elsewhere : Rest(context, enter))}}
            """;
        return body.ToString();
    }

    /// <summary>What comes behind the shortcut.</summary>
    public string Rest(SurfaceContext context, string enter)
    {
        CodeTemplate rest = $$"""
            {{context.Inside(enter, Call, Finish)}}
            {{Then}}
            """;
        return rest.ToString();
    }
}
