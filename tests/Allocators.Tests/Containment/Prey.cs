using System;
using System.Collections.Generic;

namespace Allocators.Tests.Containment;

/// <summary>Blocks that a heap gave out: those that should be live, and the last that died.</summary>
internal sealed class Prey
{
    private readonly List<Block> _live = [];
    private readonly Block[] _dead = new Block[64];
    private int _deaths;

    public void Add(Block block) => _live.Add(block);

    /// <summary>A live block dies.</summary>
    /// <param name="index">Which; -1 for none.</param>
    public void Kill(int index)
    {
        if (index < 0) return;

        _dead[_deaths++ % _dead.Length] = _live[index];
        _live[index] = _live[^1];
        _live.RemoveAt(_live.Count - 1);
    }

    public void KillAll()
    {
        while (_live.Count > 0) Kill(_live.Count - 1);
    }

    public void ForgetAll()
    {
        _live.Clear();
        _deaths = 0;
    }

    /// <summary>A live block; the empty one if there is none.</summary>
    public Block PickLive(Random random, out int index)
    {
        index = random.Next(_live.Count + 1) - 1;
        if (index < 0) index = _live.Count - 1;
        return index < 0 ? default : _live[index];
    }

    public bool TryPickLive(Random random, out Block block)
    {
        block = PickLive(random, out int index);
        return index >= 0;
    }

    public bool TryPickDead(Random random, out Block block)
    {
        int known = Math.Min(_deaths, _dead.Length);
        block = known == 0 ? default : _dead[random.Next(known)];
        return known > 0;
    }

    public bool TryPickAny(Random random, out Block block) =>
        random.Next(2) == 0 ? TryPickDead(random, out block) || TryPickLive(random, out block) : TryPickLive(random, out block) || TryPickDead(random, out block);
}
