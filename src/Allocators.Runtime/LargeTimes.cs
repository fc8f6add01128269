using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Allocators;

// The same, apart because nobody can look at these without their argument, as those do who ask an assembly for all of its types:
// until then a value counts as a reference, and a field of 128 MiB or more cannot be loaded.
#pragma warning disable CS0169, CA1823, IDE0044, IDE0051 // Only the size counts.

/// <summary>Room for 16,777,216 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times16777216<T>
    where T : unmanaged
{
    private Times8388608<T> _first, _second;
}

/// <summary>Room for 33,554,432 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times33554432<T>
    where T : unmanaged
{
    private Times16777216<T> _first, _second;
}

/// <summary>Room for 67,108,864 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times67108864<T>
    where T : unmanaged
{
    private Times33554432<T> _first, _second;
}

/// <summary>Room for 134,217,728 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times134217728<T>
    where T : unmanaged
{
    private Times67108864<T> _first, _second;
}
