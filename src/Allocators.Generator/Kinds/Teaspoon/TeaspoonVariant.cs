using System.Collections.Generic;
using System.Linq;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>The sizes of a variant. A block is a header and its payload, in granules; two granules are the smallest.</summary>
/// <param name="Name">As the attribute says it.</param>
/// <param name="MaxBytes">Bytes of the largest arena, which is the default as well where there is one.</param>
/// <param name="MaxObject">Bytes of the largest block, if that is less than the arena allows.</param>
/// <param name="HeaderBytes">Bytes of a header, which stands right before the payload.</param>
/// <param name="GranuleShift">The exponent of the granule, which is the alignment of every payload.</param>
/// <param name="HasPreviousSize">Whether a header has room for the size of a free block before it; else that stands at the end of the free block.</param>
/// <param name="ExactSizes">Free blocks of fewer granules have a bin for each size.</param>
/// <param name="StepBits">Larger blocks have so many bits of bins for each doubling.</param>
/// <param name="ParkedClasses">Lists of parked blocks: one for each size below 32 granules, then 16 for each doubling.</param>
internal sealed record TeaspoonVariant(
    string Name,
    int MaxBytes,
    int MaxObject,
    int HeaderBytes,
    int GranuleShift,
    bool HasPreviousSize,
    int ExactSizes,
    int StepBits,
    int ParkedClasses)
{
    public static IReadOnlyList<TeaspoonVariant> All { get; } =
    [
        new("4KiB", 8 << 10, 4096, 2, 2, false, 8, 1, 48),
        new("128KiB", 128 << 10, 128 << 10, 4, 2, true, 16, 3, 96),
        new("16MiB", 16 << 20, 16 << 20, 4, 3, false, 32, 4, 176),
        new("1GiB", 1 << 30, 1 << 30, 4, 3, false, 32, 4, 176),
    ];

    /// <summary>Bytes of a link from one free block to the next, of the entry of a bin, and of the size at the end of a free block.</summary>
    public int LinkBytes => HeaderBytes == 0 || MaxBytes >> GranuleShift > ushort.MaxValue ? sizeof(int) : sizeof(ushort);

    /// <summary>The type of these.</summary>
    public string LinkType => LinkBytes == sizeof(ushort) ? "ushort" : "int";

    /// <summary>The same sizes without headers: granules of 8 bytes, in which a free block has room for two links, and finer bins.</summary>
    public TeaspoonVariant WithoutHeaders() => this with
    {
        MaxObject = MaxBytes,
        HeaderBytes = 0,
        GranuleShift = 3,
        ExactSizes = 16,
        StepBits = 3,
    };

    public static TeaspoonVariant? Find(string name) => All.FirstOrDefault(variant => variant.Name == name);
}
