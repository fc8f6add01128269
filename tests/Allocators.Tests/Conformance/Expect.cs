using System;
using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace Allocators.Tests;

/// <summary>Assertions that cost next to nothing while they hold: they are made millions of times.</summary>
internal static class Expect
{
    /// <summary>A call on a heap, which cannot be captured because it is passed by reference.</summary>
    public delegate void Call<THeap>(ref THeap heap)
        where THeap : struct, IHeap;

    public static void That(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] LateText what)
    {
        if (!holds) Assert.Fail(what.ToString());
    }

    public static void Equal<T>(T expected, T actual, string what)
        where T : struct, IEquatable<T>
    {
        if (!actual.Equals(expected)) Assert.Fail($"{what}: {actual} instead of {expected}");
    }

    /// <summary>The call throws just this exception, and the heap is as full as before.</summary>
    public static void Refused<TException, THeap>(ref THeap heap, Call<THeap> call, string what)
        where TException : Exception
        where THeap : struct, IHeap
    {
        HeapStatistics before = heap.GetStatistics();
        try
        {
            call(ref heap);
        }
        catch (Exception exception) when (exception is not XunitException)
        {
            That(exception.GetType() == typeof(TException), $"{what} threw {exception.GetType().Name} instead of {typeof(TException).Name}");
            Equal(before, heap.GetStatistics(), $"{what} was refused; the heap afterwards");
            return;
        }

        Assert.Fail($"{what} was not refused");
    }
}
