using System;
using System.Globalization;

namespace Allocators.Tests;

/// <summary>How random tests start: each run elsewhere, unless <c>ALLOCATORS_SEED</c> repeats one that failed.</summary>
internal static class Seed
{
    public static int Next() => Environment.GetEnvironmentVariable("ALLOCATORS_SEED") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : Random.Shared.Next();
}
