namespace Entities;

/// <summary>Marsaglia's xorshift of 64 bits: every play is the same play.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, but not including, this one.</summary>
    public int Roll(int sides)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 32) * (ulong)sides >> 32);
    }

    /// <summary>A number from -1 up to 1, in steps that a float has exactly.</summary>
    public float Swing() => (Roll(2048) - 1024) / 1024f;
}
