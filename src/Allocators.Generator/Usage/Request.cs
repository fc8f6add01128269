using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Allocators.Generator.Usage;

/// <summary>A call that asks a heap for memory by numbers that the compiler knows.</summary>
internal static class Request
{
    /// <summary>What the allocator calls its members with a size; others take a size that something has, and not one that is wanted.</summary>
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "Alloc", "AllocZeroed", "AllocSpan", "AllocAddress", "AllocPointer", "Realloc", "ReallocZeroed", "TryAlloc", "TryAllocAddress", "TryResize", "TryRealloc", "TryReallocAddress");

    /// <summary>What cannot work in a call, whatever is in the heap; null where it can, or where it is not known.</summary>
    public static Diagnostic? Fault(IInvocationOperation call, HeapTypes heaps)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!Names.Contains(method.Name) || !heaps.IsHeap(method.ContainingType) || !HeapTypes.IsGenerated(method)) return null;

        foreach (IArgumentOperation argument in call.Arguments)
        {
            Diagnostic? fault = argument switch
            {
                { Parameter.Name: "size" or "newSize" } when NumberOf(argument) is { } size =>
                    FaultOfSize(argument, method, size, $"{Number(size)} {(size == 1 ? "byte" : "bytes")}", bytesEach: 1),
                { Parameter.Name: "count" } when method.Arity == 1 && NumberOf(argument) is { } count =>
                    FaultOfCount(argument, method, method.TypeArguments[0], count),
                { Parameter: { Name: "alignment" } parameter } when NumberOf(argument) is { } alignment => FaultOfAlignment(argument, method, parameter, alignment),
                _ => null,
            };
            if (fault is not null) return fault;
        }

        return method is { Name: "Alloc", Parameters.IsEmpty: true, Arity: 1 } && ValueSizes.Of(method.TypeArguments[0]) is { } bytes
            ? FaultOfSize(call, method, bytes, $"a '{NameOf(method.TypeArguments[0])}', which has {Number(bytes)} bytes,", bytesEach: 1)
            : null;
    }

    private static Diagnostic? FaultOfCount(IOperation at, IMethodSymbol method, ITypeSymbol type, long count)
    {
        // That there can be no negative number of them is so of all types.
        int? bytes = count < 0 ? 1 : ValueSizes.Of(type);
        return bytes is null ? null : FaultOfSize(at, method, count * bytes.Value, $"{Number(count)} values of '{NameOf(type)}'{(count < 0 ? "" : $", {Number(count * bytes.Value)} bytes,")}", bytes.Value);
    }

    private static Diagnostic? FaultOfSize(IOperation at, IMethodSymbol method, long size, string what, int bytesEach)
    {
        if (size < 0) return Create(UsageDescriptors.CannotBeGiven, at, method.Name, what, "the nearest possible number is 0");

        // A heap without memory is there to refuse.
        if (HeapTypes.ConstantOf(method.ContainingType, "MaxAllocation") is not (> 0 and var largest) || size <= largest) return null;

        string count = bytesEach > 1 ? $", enough for {Number(largest / bytesEach)}" : "";
        return Create(
            OnlyAnswers(method) ? UsageDescriptors.NeverRoom : UsageDescriptors.CannotBeGiven,
            at,
            method.Name,
            what,
            $"the largest block of '{method.ContainingType.Name}' has {Number(largest)} bytes{count}");
    }

    private static Diagnostic? FaultOfAlignment(IOperation at, IMethodSymbol method, IParameterSymbol parameter, long alignment)
    {
        if (HeapTypes.ConstantOf(method.ContainingType, "MaxAlignment") is not { } largest) return null;
        if (alignment > 0 && alignment <= largest && PowerOfTwo.Is((int)alignment)) return null;

        int nearest = PowerOfTwo.Nearest((int)System.Math.Max(System.Math.Min(alignment, int.MaxValue), 1), largest);
        string reason = $"'{method.ContainingType.Name}' aligns to a power of two from 1 to {Number(largest)}, and the nearest is {nearest}";
        return IsUnsigned(parameter)
            ? Create(UsageDescriptors.NeverRoom, at, method.Name, $"an alignment of {Number(alignment)}", reason)
            : Create(UsageDescriptors.CannotBeAligned, at, method.Name, Number(alignment), reason);
    }

    private static bool OnlyAnswers(IMethodSymbol method) => method.Name.StartsWith("Try", System.StringComparison.Ordinal);

    /// <summary>Numbers as C has them are answered, whatever they are.</summary>
    private static bool IsUnsigned(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_UIntPtr;

    private static long? NumberOf(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: not ArgumentKind.Explicit } => null,
        { Value.ConstantValue: { HasValue: true, Value: int value } } => value,
        { Value.ConstantValue: { HasValue: true, Value: uint value } } => value,
        _ => null,
    };

    private static Diagnostic Create(DiagnosticDescriptor descriptor, IOperation at, params string[] arguments) => Diagnostic.Create(descriptor, at.Syntax.GetLocation(), arguments);

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
