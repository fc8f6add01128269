using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Allocators.Package.Tests.Tools;

/// <summary>The sections and symbols of a 64-bit little-endian ELF file, as far as the tests ask for them.</summary>
internal sealed class ElfFile
{
    private const int SymbolTableType = 2;
    private const int SymbolBytes = 24;

    private readonly byte[] _file;

    public ElfFile(string path)
    {
        _file = File.ReadAllBytes(path);
        if (!_file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new InvalidDataException($"{path} is no 64-bit little-endian ELF file");
        }

        Sections = ReadSections();
        Symbols = [.. Sections.Where(section => section.Type == SymbolTableType).SelectMany(ReadSymbols)];
    }

    public IReadOnlyList<Section> Sections { get; }

    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>The section for memory that is zero at the start and takes no room in the file.</summary>
    public Section Bss => Sections.Single(section => section.Name == ".bss");

    private List<Section> ReadSections()
    {
        int table = (int)UInt64(0x28), entryBytes = UInt16(0x3A), count = UInt16(0x3C), namesIndex = UInt16(0x3E);
        int names = (int)UInt64(table + (namesIndex * entryBytes) + 0x18);
        List<Section> sections = [];
        for (int i = 0; i < count; i++)
        {
            int entry = table + (i * entryBytes);
            sections.Add(new Section(
                Text(names + (int)UInt32(entry)),
                (int)UInt32(entry + 0x04),
                (long)UInt64(entry + 0x10),
                (int)UInt64(entry + 0x18),
                (long)UInt64(entry + 0x20),
                (int)UInt32(entry + 0x28)));
        }

        return sections;
    }

    private IEnumerable<Symbol> ReadSymbols(Section table)
    {
        int names = Sections[table.Link].Offset;
        for (int entry = table.Offset; entry < table.Offset + table.Size; entry += SymbolBytes)
        {
            yield return new Symbol(Text(names + (int)UInt32(entry)), (long)UInt64(entry + 8));
        }
    }

    private string Text(int offset) => Encoding.UTF8.GetString(_file.AsSpan(offset, _file.AsSpan(offset).IndexOf((byte)0)));

    private ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(offset));

    private uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));

    private ulong UInt64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(offset));

    /// <summary>A part of the program.</summary>
    internal sealed record Section(string Name, int Type, long Address, int Offset, long Size, int Link)
    {
        public bool Contains(long address) => address >= Address && address < Address + Size;
    }

    /// <summary>A name for an address.</summary>
    internal sealed record Symbol(string Name, long Address);
}
