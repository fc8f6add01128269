namespace Entities;

/// <summary>Remembers who was spawned last. It never forgets the dead, so some of what it shows is stale.</summary>
internal sealed class Radar
{
    private const int Blips = 2048;

    private readonly Target[] _blips = new Target[Blips];
    private int _count;

    public void Add(Target target) => _blips[_count++ % Blips] = target;

    public Target Pick(ref Dice dice) => _count == 0 ? default : _blips[dice.Roll(int.Min(_count, Blips))];
}
