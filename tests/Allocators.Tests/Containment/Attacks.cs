using System;

namespace Allocators.Tests.Containment;

/// <summary>What a program does to a heap that it should not.</summary>
[Flags]
internal enum Attacks
{
    None = 0,

    /// <summary>Writes into blocks that were freed.</summary>
    StaleWrites = 1,

    /// <summary>Writes behind live blocks.</summary>
    Overruns = 2,

    /// <summary>Calls with blocks that were freed.</summary>
    DoubleFrees = 4,

    /// <summary>Calls with blocks that never were.</summary>
    Forgery = 8,

    /// <summary>Bit flips and garbage in the bookkeeping in front of the memory.</summary>
    Bookkeeping = 16,

    /// <summary>Bit flips and garbage in front of blocks, and anywhere in the memory.</summary>
    Headers = 32,
}
