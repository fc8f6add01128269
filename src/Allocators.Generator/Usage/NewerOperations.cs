using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Usage;

/// <summary>Operations that newer compilers tell than the one that the analyzers are compiled against: these numbers are theirs.</summary>
internal static class NewerOperations
{
    /// <summary><c>span[1..]</c> and <c>span[^1]</c>.</summary>
    public const OperationKind ImplicitIndexer = (OperationKind)0x7B;

    /// <summary>An element of a struct with <c>[InlineArray]</c>.</summary>
    public const OperationKind InlineArrayAccess = (OperationKind)0x7E;

    /// <summary><c>[a, b]</c>.</summary>
    public const OperationKind CollectionExpression = (OperationKind)0x7F;
}
