using System.Collections.Generic;
using System.Linq;

namespace Allocators.Tests;

/// <summary>Goes through all ways to decide: what is asked in one run is answered otherwise in the next, the last question first.</summary>
internal sealed class Choices
{
    private readonly List<(int Chosen, int Of)> _path = [];
    private int _asked;

    /// <summary>A number from 0 to one below <paramref name="of"/>.</summary>
    public int Next(int of)
    {
        if (_asked == _path.Count) _path.Add((0, of));
        return _path[_asked++].Chosen;
    }

    /// <summary>Starts the next run, unless all were.</summary>
    public bool TryAdvance()
    {
        _asked = 0;
        while (_path.Count > 0 && _path[^1].Chosen + 1 == _path[^1].Of) _path.RemoveAt(_path.Count - 1);
        if (_path.Count == 0) return false;

        _path[^1] = (_path[^1].Chosen + 1, _path[^1].Of);
        return true;
    }

    public override string ToString() => string.Join(" ", _path.Select(choice => choice.Chosen));
}
