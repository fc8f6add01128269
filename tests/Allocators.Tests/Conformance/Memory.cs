using System;
using System.Runtime.InteropServices;

namespace Allocators.Tests;

/// <summary>Native memory for heaps at an address: as much as the largest of them wants. The process gives it back.</summary>
internal static class Memory
{
    public const int Bytes = 18 << 20;

    /// <summary>New memory, filled with zeros, that starts so many bytes off a page.</summary>
    public static nint At(int misalignment, int bytes = Bytes) => FilledWith(0, misalignment, bytes);

    /// <summary>The same, filled with what is neither zeros nor a heap.</summary>
    public static nint Dirty(int misalignment) => FilledWith(0xCD, misalignment, Bytes);

    private static unsafe nint FilledWith(byte value, int misalignment, int bytes)
    {
        // Pages of zeros that no test writes to are no memory: there are thousands of tests, and none gives any back.
        const int Page = 4096;
        nint start = ((nint)NativeMemory.AllocZeroed((nuint)bytes + (2 * Page)) + Page - 1) & -Page;
        if (value != 0) new Span<byte>((void*)start, bytes + Page).Fill(value);
        return start + misalignment;
    }
}
