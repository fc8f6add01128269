using System;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;

namespace Allocators.Tests;

/// <summary>The calls that a heap has besides <see cref="IHeap"/>, found by name: in the heap, or in the static class that the heap forwards to.</summary>
internal static class Calls<THeap>
    where THeap : struct, IHeap
{
    /// <summary>The type that has the calls.</summary>
    public static Type Owner { get; } = typeof(THeap) is { Name: "Allocator", DeclaringType: { IsAbstract: true } declaring } ? declaring : typeof(THeap);

    /// <summary>A call whose parameters are those of the delegate behind the first, the heap; null if the heap has none such.</summary>
    /// <param name="name">What the call is called.</param>
    /// <param name="argument">The type argument of a generic call.</param>
    public static TCall? Find<TCall>(string name, Type? argument = null)
        where TCall : Delegate
    {
        ParameterInfo[] parameters = typeof(TCall).GetMethod("Invoke")!.GetParameters();
        Type[] types = Array.ConvertAll(parameters[1..], parameter => parameter.ParameterType);
        MethodInfo? method = argument is null
            ? Owner.GetMethod(name, types)
            : Owner.GetMethods().Where(call => call.Name == name && call.IsGenericMethodDefinition).Select(call => call.MakeGenericMethod(argument))
                .SingleOrDefault(call => call.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(types));
        if (method is not { IsStatic: true }) return method?.CreateDelegate<TCall>();

        ParameterExpression[] arguments = Array.ConvertAll(parameters, parameter => Expression.Parameter(parameter.ParameterType));
        return Expression.Lambda<TCall>(Expression.Call(method, arguments.Skip(1)), arguments).Compile();
    }
}
