using System;

namespace Allocators.Tests;

/// <summary>What the blocks of a test are filled with: for each key other bytes, and at each place of a block others.</summary>
/// <remarks>All are even: in a heap with headers, an odd number in a live block could pass for the header of another one.</remarks>
internal static class Pattern
{
    private const int Keys = 1 << 16;
    private static readonly byte[] Noise = CreateNoise();

    public static void Fill(Span<byte> bytes, int key) => Of(key, bytes.Length).CopyTo(bytes);

    public static bool IsIn(ReadOnlySpan<byte> bytes, int key) => bytes.SequenceEqual(Of(key, bytes.Length));

    private static ReadOnlySpan<byte> Of(int key, int length) => Noise.AsSpan(key % Keys, length);

    private static byte[] CreateNoise()
    {
        byte[] noise = new byte[Keys + Memory.Bytes];
        new Random(1).NextBytes(noise);
        foreach (ref byte value in noise.AsSpan()) value &= 0xFE;
        return noise;
    }
}
