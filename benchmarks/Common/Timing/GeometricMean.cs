using System;
using System.Collections.Generic;

namespace Allocators.Timing;

/// <summary>The mean of ratios: that of twice as long and half as long is as long.</summary>
internal static class GeometricMean
{
    /// <summary>The n-th root of the product of n ratios, all above 0; not a number if there are none.</summary>
    public static double Of(IReadOnlyCollection<double> ratios)
    {
        double logarithms = 0;
        foreach (double ratio in ratios) logarithms += Math.Log(ratio);
        return Math.Exp(logarithms / ratios.Count);
    }
}
