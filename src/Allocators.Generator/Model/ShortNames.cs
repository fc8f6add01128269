using System;
using System.Collections.Generic;
using System.Linq;

namespace Allocators.Generator.Model;

/// <summary>
/// The types of the runtime library and of .NET that generated code names most. Where nothing of the user's is called so, an alias in
/// front of the code lets it say their last name only.
/// </summary>
internal static class ShortNames
{
    private const string Attribute = nameof(Attribute);

    private static readonly string[] Types =
    [
        "Allocators.AbandonedHeapException",
        "Allocators.Atomic",
        "Allocators.BitMath",
        "Allocators.BitRuns",
        "Allocators.Block",
        "Allocators.Check",
        "Allocators.ChunkBits",
        "Allocators.ForeignMemory",
        "Allocators.HeapLock",
        "Allocators.HeapMemory",
        "Allocators.HeapStatistics",
        "Allocators.IAllocator",
        "Allocators.IHeap",
        "Allocators.LockFreeList",
        "Allocators.RunBounds",
        "Allocators.SharedHeapLock",
        "Allocators.SizeClasses",
        "Allocators.ThrowHelper",
        "System.ArgumentException",
        "System.ArgumentNullException",
        "System.ArgumentOutOfRangeException",
        "System.Diagnostics.CodeAnalysis.DoesNotReturn" + Attribute,
        "System.Diagnostics.CodeAnalysis.UnscopedRef" + Attribute,
        "System.InvalidOperationException",
        "System.Math",
        "System.OutOfMemoryException",
        "System.Runtime.CompilerServices.MethodImpl" + Attribute,
        "System.Runtime.CompilerServices.MethodImplOptions",
        "System.Runtime.InteropServices.LayoutKind",
        "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.InteropServices.StructLayout" + Attribute,
        "System.Threading.Interlocked",
        "System.Threading.Volatile",
    ];

    /// <summary>Each by the name that generated code calls it by, which for an attribute ends before that word.</summary>
    public static IReadOnlyDictionary<string, ShortName> ByWrittenName { get; } = Types.Select(static name => new ShortName(name)).ToDictionary(static name => name.Written);

    private static readonly Dictionary<string, string> FullNames = ByWrittenName.Values.ToDictionary(static name => name.Word, static name => "global::" + name.Written);

    /// <summary>What must not mean anything else where an alias is to be used.</summary>
    public static IEnumerable<string> Words { get; } = [.. ByWrittenName.Values.SelectMany(static name => new[] { name.Word, name.Alias }).Distinct()];

    /// <summary>What generated code calls a type by that has this last name, or null if there is none.</summary>
    public static string? FullNameOf(string word) => FullNames.TryGetValue(word, out string? name) ? name : null;

    /// <summary>A type, and what it is called for short.</summary>
    /// <param name="FullName">Such as <c>System.Runtime.CompilerServices.MethodImplAttribute</c>.</param>
    internal sealed record ShortName(string FullName)
    {
        /// <summary>As generated code writes it, such as <c>System.Runtime.CompilerServices.MethodImpl</c>.</summary>
        public string Written => FullName.EndsWith(Attribute, StringComparison.Ordinal) ? FullName.Substring(0, FullName.Length - Attribute.Length) : FullName;

        /// <summary>The last part of that, such as <c>MethodImpl</c>.</summary>
        public string Word => LastOf(Written);

        /// <summary>The name of the alias: that of the type.</summary>
        public string Alias => LastOf(FullName);

        private static string LastOf(string name) => name.Substring(name.LastIndexOf('.') + 1);
    }
}
