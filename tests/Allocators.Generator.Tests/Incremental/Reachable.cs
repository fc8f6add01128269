using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Allocators.Generator.Tests.Incremental;

/// <summary>All objects that a value keeps alive through its fields, elements and closures.</summary>
internal static class Reachable
{
    public static IReadOnlyCollection<object> From(object? value)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object?> open = new([value]);
        while (open.TryPop(out object? next))
        {
            if (next is null or string or MemberInfo or Pointer || next.GetType().IsPrimitive || !seen.Add(next)) continue;

            foreach (object? child in ChildrenOf(next)) open.Push(child);
        }

        return seen;
    }

    private static IEnumerable<object?> ChildrenOf(object value) => value switch
    {
        Delegate function => function.GetInvocationList().Select(static single => single.Target),
        Array array => ((IEnumerable)array).Cast<object?>(),
        _ => FieldsOf(value.GetType()).Select(field => field.GetValue(value)),
    };

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(Own)) yield return field;
        }
    }
}
