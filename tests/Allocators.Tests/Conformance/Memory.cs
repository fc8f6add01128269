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
        void* memory = NativeMemory.AlignedAlloc((nuint)bytes + 4096, 4096);
        new Span<byte>(memory, bytes + 4096).Fill(value);
        return (nint)memory + misalignment;
    }
}
