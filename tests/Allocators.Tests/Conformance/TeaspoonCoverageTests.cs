using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Allocators.Tests;

/// <summary>The conformance suite leaves out no variant of a teaspoon, in no place, with and without parking and headers.</summary>
public sealed class TeaspoonCoverageTests
{
    private static readonly bool[] HeadersOrNot = [true, false];

    private static readonly string[] Variants = ["4KiB", "128KiB", "16MiB", "1GiB"];

#if NET9_0_OR_GREATER
    private static readonly string[] Places = ["inline", "static", "pointer", "pointer, InMemory", "span", "span, InMemory"];
#else
    private static readonly string[] Places = ["inline", "static", "pointer", "pointer, InMemory"];
#endif

    [Fact]
    public void Every_variant_is_tested_in_every_place_with_and_without_parking_and_headers()
    {
        var all =
            from variant in Variants
            from place in Places
            from coalescing in Enum.GetValues<Coalescing>()
            from headers in HeadersOrNot
            select $"{variant}, {place}, {coalescing}, headers: {headers}";
        IEnumerable<string> tested =
            from type in typeof(TeaspoonCoverageTests).Assembly.GetTypes()
            let suite = type.BaseType
            where suite is { IsGenericType: true } && suite.GetGenericTypeDefinition() == typeof(Conformance<>)
            let heap = DeclaredType(suite.GetGenericArguments()[0])
            let attribute = heap.GetCustomAttribute<TeaspoonAttribute>()
            where attribute is not null
            select $"{attribute.Variant}, {PlaceOf(heap, attribute)}, {attribute.Coalescing}, headers: {attribute.Headers}";

        Assert.Empty(all.Except(tested));
    }

    /// <summary>The type with the attribute: a static class is tested through its allocator, a ref struct through a forwarder.</summary>
    private static Type DeclaredType(Type heap) => heap.IsGenericType ? heap.GetGenericArguments()[0] : heap.DeclaringType ?? heap;

    private static string PlaceOf(Type heap, TeaspoonAttribute attribute)
    {
        string place = heap switch
        {
            { IsAbstract: true } when attribute.Storage == Storage.Pointer => "static pointer",
            { IsAbstract: true } => "static",
            { IsByRefLike: true } => "span",
            _ when attribute.Storage == Storage.Pointer => "pointer",
            _ => "inline",
        };
        return attribute.State == State.InMemory ? $"{place}, InMemory" : place;
    }
}
