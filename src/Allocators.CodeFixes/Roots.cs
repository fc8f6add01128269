using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.CodeFixes;

/// <summary>What a place in memory is a part of.</summary>
internal static class Roots
{
    /// <summary>The local or parameter that is, or has in its fields, what an expression names; null for others.</summary>
    public static ISymbol? Of(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Field.IsReadOnly: false, Instance: { Type.IsValueType: true } instance } => Of(instance),
        _ => null,
    };
}
