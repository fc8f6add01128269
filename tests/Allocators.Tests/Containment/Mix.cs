using System;

namespace Allocators.Tests.Containment;

/// <summary>Which attacks there are in a round, and how often: each class alone, some together, none for comparison.</summary>
internal readonly record struct Mix(Attacks Attacks, int Every)
{
    public const int SortCount = 11;

    private static readonly Attacks[] Sorts =
    [
        Attacks.None,
        Attacks.StaleWrites,
        Attacks.Overruns,
        Attacks.DoubleFrees,
        Attacks.Forgery,
        Attacks.Bookkeeping,
        Attacks.Headers,
        Attacks.DoubleFrees | Attacks.Forgery,
        Attacks.StaleWrites | Attacks.Overruns | Attacks.Headers,
        Attacks.StaleWrites | Attacks.DoubleFrees,
        Attacks.StaleWrites | Attacks.Overruns | Attacks.DoubleFrees | Attacks.Forgery | Attacks.Bookkeeping | Attacks.Headers,
    ];

    /// <summary>The mix of a round by its seed: so many consecutive seeds have all sorts.</summary>
    public static Mix Of(int seed) => new(Sorts[seed % SortCount], 4 << (2 * (seed / SortCount % 3)));

    public bool Has(Attacks attack) => (Attacks & attack) != 0;
}
