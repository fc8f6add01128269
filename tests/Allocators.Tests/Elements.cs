using System.Runtime.InteropServices;

namespace Allocators.Tests;

// What heaps of values hold, besides numbers: types whose size is no power of two.

/// <summary>3 bytes, aligned to 1.</summary>
public record struct Rgb(byte Red, byte Green, byte Blue);

/// <summary>12 bytes, aligned to 4.</summary>
public record struct Point(float X, float Y, float Z);

/// <summary>24 bytes, aligned to 8.</summary>
[StructLayout(LayoutKind.Sequential)]
public record struct Segment(long From, long To, int Key);
