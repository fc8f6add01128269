namespace Entities;

/// <summary>What happened in a world.</summary>
internal struct Tally
{
    public int Spawned;

    /// <summary>Entities that were not spawned, because all slots were live.</summary>
    public int NotSpawned;

    public int Died;
    public int Fired;

    /// <summary>Shots that were not fired, because all slots were live or retired.</summary>
    public int NotFired;

    public int Hits;

    /// <summary>Lookups of an entity that was dead by then.</summary>
    public int StaleTargets;

    /// <summary>Lookups of a shot that had landed by then.</summary>
    public int StaleShots;

    /// <summary>Handles that found another entity or shot than was meant: none, or generations are worth nothing.</summary>
    public int Mistaken;
}
