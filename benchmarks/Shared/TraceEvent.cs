namespace Allocators.Traces;

/// <summary>What a recorded program did.</summary>
public enum TraceAction : byte
{
    /// <summary>Took memory for a new object.</summary>
    Allocate,

    /// <summary>Gave an object another size.</summary>
    Resize,

    /// <summary>Gave an object back.</summary>
    Free,
}

/// <summary>One line of a trace, in 12 bytes.</summary>
/// <param name="Action">What happened.</param>
/// <param name="AlignmentShift">The exponent of the alignment that was asked for, when something was allocated.</param>
/// <param name="Id">The object it happened to: they are numbered from 0 in the order of their allocation.</param>
/// <param name="Size">Bytes that were asked for, unless something was freed.</param>
public readonly record struct TraceEvent(TraceAction Action, byte AlignmentShift, int Id, int Size)
{
    /// <summary>The alignment that was asked for, in bytes.</summary>
    public int Alignment => 1 << AlignmentShift;
}
