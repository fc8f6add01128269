using System;

namespace Allocators.Timing;

/// <summary>The middle of what was measured, which a few disturbed measurements do not move.</summary>
internal static class Median
{
    /// <summary>Sorts the values and gives the middle one.</summary>
    public static T Of<T>(Span<T> values)
        where T : IComparable<T>
    {
        values.Sort();
        return values[values.Length / 2];
    }
}
