namespace Entities;

/// <summary>An entity that somebody follows. Nobody is told when it dies: its handle is then stale, and says so.</summary>
/// <param name="Handle">All that a game needs to keep.</param>
/// <param name="Serial">The serial number of the entity that is meant, to check what the handle finds.</param>
internal readonly record struct Target(EntitySlab.Handle Handle, int Serial);
