using System;
using System.Runtime.CompilerServices;

namespace Allocators.Benchmarks.Workloads;

/// <summary>Something that says what the first byte is that a handle leads to.</summary>
internal interface ILookup<THandle>
{
    byte FirstByte(THandle handle);
}

/// <summary>Handles are looked up, again and again: independently of each other, or each where the one before leads to.</summary>
internal static class Lookups
{
    /// <summary>Looks all handles up and gives the sum of the bytes. A processor does several at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Sum<TLookup, THandle>(TLookup lookup, ReadOnlySpan<THandle> handles)
        where TLookup : struct, ILookup<THandle>
    {
        int sum = 0;
        foreach (THandle handle in handles) sum += lookup.FirstByte(handle);
        return sum;
    }

    /// <summary>As many times as there are handles, looks up the one whose number was found last; gives the last number. All has to be waited for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Follow<TLookup, THandle>(TLookup lookup, ReadOnlySpan<THandle> handles, int first)
        where TLookup : struct, ILookup<THandle>
    {
        int number = first;
        for (int i = 0; i < handles.Length; i++) number = lookup.FirstByte(handles[number]);
        return number;
    }
}
