using System;
using System.Collections.Generic;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>What a kind adds to the surface: what it is, the constants of its own, and the state that finds and takes back offsets.</summary>
/// <param name="Capacity">Expression for the bytes of memory, from the kind's own constants.</param>
/// <param name="WriteState">Writes <c>private struct HeapState</c>.</param>
internal sealed record KindCode(string Capacity, Action<CodeWriter> WriteState)
{
    /// <summary>Expression for the bytes of the largest block of an empty heap; its number if null.</summary>
    public string? MaxAllocation { get; init; }

    /// <summary>Expression for the largest alignment that can be asked for; its number if null.</summary>
    public string? MaxAlignment { get; init; }

    /// <summary>Expression for the bytes of the smallest piece of memory that is of use; its number if null.</summary>
    public string? UnitBytes { get; init; }

    /// <summary>Public constants besides those that every heap has.</summary>
    public IReadOnlyList<HeapConstant> Constants { get; init; } = [];

    /// <summary>What the surface has to know of the kind.</summary>
    public HeapShape Shape { get; init; } = new();

    /// <summary>Writes public members that only this kind has.</summary>
    public Action<SurfaceContext>? WriteMembers { get; init; }

    /// <summary>What the heap's <c>Verify</c> does, in words, where there is one.</summary>
    public string? Verifies { get; init; }

    /// <summary>Private constants that the state uses.</summary>
    public IReadOnlyList<HeapConstant> PrivateConstants { get; init; } = [];
}

/// <summary>A number of a generated heap: name, value and what it means.</summary>
internal sealed record HeapConstant(string Type, string Name, string Value, string Summary)
{
    /// <summary>Whether the compiler knows the value. What follows from the size of a user's type is known to the JIT only.</summary>
    public bool IsConstant { get; init; } = true;

    /// <summary>The declaration of the constant, or of a property in place of it.</summary>
    public string Declaration => IsConstant ? $"const {Type} {Name} = {Value};" : $"static {Type} {Name} => {Value};";
}
