using System.Numerics;

namespace Entities;

/// <summary>Something on its way to its target, which it follows.</summary>
internal struct Shot
{
    public Vector2 Position;
    public Target Target;

    /// <summary>A number that no other shot ever has, to check what handles find.</summary>
    public int Serial;
}
