using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace Allocators.Benchmarks.Charts;

/// <summary>A picture of pixels of 8 bits each for red, green and blue. Package pages show no SVG files, but they show these.</summary>
internal sealed class PngFile(int width, int height)
{
    private const int Channels = 3;
    private const byte BitsInChannel = 8;
    private const byte TrueColour = 2;
    private const int HeaderBytes = 13;

    /// <summary>A byte in front of each row says how it is filtered: 0 for not at all.</summary>
    private readonly byte[] _rows = new byte[height * (1 + (width * Channels))];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>The red, green and blue of a pixel.</summary>
    public Span<byte> this[int x, int y] => _rows.AsSpan((y * (1 + (Width * Channels))) + 1 + (x * Channels), Channels);

    public void Save(string path)
    {
        using FileStream file = File.Create(path);
        file.Write(Signature);
        Span<byte> header = stackalloc byte[HeaderBytes];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        (header[8], header[9]) = (BitsInChannel, TrueColour);
        WriteChunk(file, "IHDR", header);

        using MemoryStream compressed = new();
        using (ZLibStream deflated = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) deflated.Write(_rows);
        WriteChunk(file, "IDAT", compressed.ToArray());
        WriteChunk(file, "IEND", []);
    }

    private static void WriteChunk(FileStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);

        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(checkedBytes));
        file.Write(number);
    }

    /// <summary>The check sum that PNG asks for: of the polynomial 0xEDB88320, bit by bit.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}
