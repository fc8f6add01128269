using System.Globalization;
using System.Linq;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.Teaspoon;

/// <summary>Reads <c>[Teaspoon(Variant, Bytes, Headers, Coalescing)]</c>.</summary>
internal static class TeaspoonParser
{
    private const int MinBytes = 16;

    private static readonly TeaspoonAttribute Defaults = new();

    public static TeaspoonSpec? Parse(KindArguments arguments)
    {
        HeapOptions options = arguments.Options(needsLock: "a call changes several words of a Teaspoon, which only a lock makes one step");
        Coalescing coalescing = arguments.Enumeration(nameof(TeaspoonAttribute.Coalescing), Defaults.Coalescing);
        string name = arguments.Text(nameof(TeaspoonAttribute.Variant), Defaults.Variant);
        TeaspoonVariant? variant = TeaspoonVariant.Find(name);
        if (variant is null)
        {
            string names = string.Join(", ", TeaspoonVariant.All.Select(static known => known.Name));
            arguments.Refuse(Descriptors.UnknownVariant, nameof(TeaspoonAttribute.Variant), $"\"{Defaults.Variant}\"", name, names);
        }

        if (variant is null || !arguments.AreGood) return null;
        if (!arguments.Boolean(nameof(TeaspoonAttribute.Headers), Defaults.Headers)) variant = variant.WithoutHeaders();

        TeaspoonSpec spec = new(options, variant, Bytes(arguments, options, variant), coalescing);
        if (!arguments.AreGood) return null;

        SuggestSmaller(arguments, spec);
        return spec;
    }

    /// <summary>Bytes of the arena: what the variant can address, and what the place can hold with the bookkeeping.</summary>
    private static int Bytes(KindArguments arguments, HeapOptions options, TeaspoonVariant variant)
    {
        const string Name = nameof(TeaspoonAttribute.Bytes);
        int most = variant.MaxBytes;
        if (!options.IsForeign && most > HeapOptions.MaxInlineBytes) most = HeapOptions.MaxInlineBytes - TeaspoonSpec.MaxBookkeeping(variant);

        int bytes = arguments.IsSet(Name) ? arguments.Int32(Name, most) : most;
        int nearest = bytes < MinBytes ? MinBytes : bytes > most ? most : bytes & ~7;
        if (bytes != nearest)
        {
            arguments.Refuse(
                Descriptors.BadArena,
                Name,
                nearest.ToString(CultureInfo.InvariantCulture),
                bytes,
                variant.Name,
                MinBytes,
                most,
                nearest);
        }

        return nearest;
    }

    /// <summary>Without <c>Bytes</c> the arena is the largest of the variant, and no smaller variant has room for it.</summary>
    private static void SuggestSmaller(KindArguments arguments, TeaspoonSpec spec)
    {
        if (!arguments.IsSet(nameof(TeaspoonAttribute.Bytes))) return;

        TeaspoonSpec smaller = spec.WithSmallestVariant();
        int saved = spec.BlockBytesMoreThan(smaller);
        if (saved == 0) return;

        arguments.Suggest(
            Descriptors.SmallerVariant,
            nameof(TeaspoonAttribute.Variant),
            $"\"{smaller.Variant.Name}\"",
            spec.Bytes,
            smaller.Variant.Name,
            saved,
            spec.OverheadBytes - smaller.OverheadBytes);
    }
}
