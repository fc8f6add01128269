using System;

namespace Allocators.Tests.Containment;

/// <summary>Writes what could be taken for a link, a size or an offset.</summary>
internal sealed unsafe class Vandal(Random random)
{
    /// <summary>Writes one or a few numbers at random places of these bytes, or garbage all over them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="capacity">Bytes of the heap, as numbers about that size are the most plausible ones.</param>
    public void Write(Span<byte> bytes, int capacity)
    {
        if (bytes.IsEmpty) return;

        switch (random.Next(8))
        {
            case 0:
                random.NextBytes(bytes);
                break;
            case 1:
                bytes.Fill(unchecked((byte)random.Next(-1, 2)));
                break;
            case 2:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
            default:
                for (int i = random.Next(3); i >= 0; i--) WriteNumber(bytes, Plausible(capacity));
                break;
        }
    }

    private void WriteNumber(Span<byte> bytes, ulong number)
    {
        int width = Math.Min(1 << random.Next(4), bytes.Length);
        int offset = random.Next(bytes.Length - width + 1);
        if (random.Next(4) != 0) offset = offset / width * width;
        new ReadOnlySpan<byte>(&number, width).CopyTo(bytes[offset..]);
    }

    private ulong Plausible(int capacity) => unchecked(random.Next(12) switch
    {
        0 => (ulong)random.Next(64),
        1 => (ulong)random.Next(capacity + 1),
        2 => (ulong)random.Next((capacity / 8) + 1),
        3 => (ulong)random.Next((capacity / 4) + 1),
        4 => (ulong)((long)capacity + random.Next(-64, 64)),
        5 => (ulong)((capacity / 8) + random.Next(-8, 8)),
        6 => (ulong)random.NextInt64(long.MinValue, long.MaxValue),
        7 => ulong.MaxValue,
        8 => 1UL << random.Next(64),
        9 => (ulong)-(long)random.Next(1, 1 << random.Next(1, 31)),
        10 => (ulong)random.Next(1 << 24),
        _ => (Plausible(capacity) << 32) | (uint)Plausible(capacity),
    });
}
