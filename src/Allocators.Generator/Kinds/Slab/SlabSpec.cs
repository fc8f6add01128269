using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Slab;

/// <summary>Equal slots, each with a word that tells which use of the slot this is, and how long its contents are.</summary>
internal sealed record SlabSpec(HeapOptions Options, int Count, int BlockBytes, ElementType? Value, int HandleBits, OnExhausted OnExhausted)
    : FixedSizeSpec(Options, Count, BlockBytes, Value)
{
    /// <summary>A handle counts at least so far: with less, a slot would be used up, or its handles confused, at once.</summary>
    public const int MinGenerationBits = 4;

    private const int MaxGenerationBits = 32;
    private const int BitsOfInt = 32;
    private const int MaxWordBits = 64;

    /// <summary>Bits of a handle that number the slot, the lowest.</summary>
    public int SlotBits => BitsFor(Count - 1);

    /// <summary>Bits of a handle that are left for the generation.</summary>
    public int FreeHandleBits => HandleBits - SlotBits;

    /// <summary>Bits of a slot's word that hold the length while it is live and the next free slot while it is not, the lowest.</summary>
    public int PayloadBits => BitsFor(System.Math.Max(Value is null && StoresLength ? BlockBytes : 1, Options.IsLockFree ? 1 : Count));

    /// <summary>Bits of a slot's word: as many as a handle has, unless that left few for the generation, or threads have to exchange it.</summary>
    public int WordBits
    {
        get
        {
            int bits = Options.IsLockFree ? System.Math.Max(HandleBits, BitsOfInt) : HandleBits;

            // A power of two of slots takes one bit more as links, which count from 1, than as numbers of slots: that is no reason to double all words.
            int enough = System.Math.Max(System.Math.Min(FreeHandleBits - 1, HandleBits / 2), MinGenerationBits);
            while (bits < MaxWordBits && bits - PayloadBits < enough) bits *= 2;
            return bits;
        }
    }

    /// <summary>Bits that count the uses of a slot: each use takes two numbers, an odd one while it lasts, and the even one behind it.</summary>
    public int GenerationBits => System.Math.Min(System.Math.Min(FreeHandleBits, WordBits - PayloadBits), MaxGenerationBits);

    /// <summary>The last generation of a slot.</summary>
    public uint MaxGeneration => uint.MaxValue >> (MaxGenerationBits - GenerationBits);

    /// <summary>The type of a handle's number.</summary>
    public string HandleType => TypeOf(HandleBits);

    /// <summary>The type of a slot's word.</summary>
    public string WordType => TypeOf(WordBits);

    /// <summary>The type in which words are worked on.</summary>
    public string WideType => WordBits > BitsOfInt ? "ulong" : "uint";

    public bool Retires => OnExhausted == OnExhausted.Retire;

    /// <summary>Whether lengths are kept: values are all as long as their type.</summary>
    public bool StoresLength => Value is null;

    public override IReadOnlyList<StateField> StateRows => SlabStateFields.Of(this);

    public override string BlockNoun => "slot";

    protected override string KindName => "Slab";

    protected override IEnumerable<int> LayoutNumbers => [.. base.LayoutNumbers, WordBits, PayloadBits, GenerationBits];

    protected override IEnumerable<string> OwnArguments
    {
        get
        {
            if (Value is not null) yield return $"typeof({Value.Name})";
            yield return $"Slots = {Count}";
            if (Value is null) yield return $"BlockSize = {BlockBytes}";
            if (HandleBits != BitsOfInt) yield return $"HandleBits = {HandleBits}";
            if (OnExhausted != OnExhausted.Retire) yield return $"OnExhausted = OnExhausted.{OnExhausted}";
        }
    }

    /// <summary>What stands below the generation in a word, in words.</summary>
    public string PayloadText => (StoresLength, Options.IsLockFree) switch
    {
        (true, false) => "; below them the length, or the next free slot",
        (true, true) => "; below them the length",
        (false, false) => "; below them the next free slot",
        _ => "",
    };

    public override FixedSizeSpec WithCount(int count) => this with { Count = count };

    private static string TypeOf(int bits) => bits switch { 16 => "ushort", 32 => "uint", _ => "ulong" };
}
