using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Diagnostics;

/// <summary>Everything that can be wrong with a declaration, or better. Each has a page in <c>docs/diagnostics</c>.</summary>
internal static class Descriptors
{
    public const string Category = "Allocators";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "ALLOC0001",
        "A heap and the types around it are partial",
        "'{0}' must be partial, so that the allocator can be written into it");

    public static readonly DiagnosticDescriptor WrongType = Error(
        "ALLOC0002",
        "A heap is a struct or a static class",
        "'{0}' is {1}; a {2} is {3}");

    public static readonly DiagnosticDescriptor ChunkSizeNotPowerOfTwo = Error(
        "ALLOC0003",
        "A chunk size is a power of two",
        "ChunkSize is {0}, which is no power of two; the nearest are {1}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "ALLOC0004",
        "The value is not possible",
        "{0} is {1}; the nearest possible value is {2}");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "ALLOC0005",
        "The heap is too large",
        "A heap of {0} has {1} bytes with its bookkeeping, more than the {2} that such a heap can have; the largest possible {3} is {4}");

    public static readonly DiagnosticDescriptor BadAlignment = Error(
        "ALLOC0006",
        "The alignment cannot be promised",
        "Alignment is {0}; {1} can promise a power of two from 1 to {2}, and the nearest is {3}");

    public static readonly DiagnosticDescriptor DoesNotApply = Error(
        "ALLOC0007",
        "The property does not apply here",
        "{0} does not apply to {1}");

    public static readonly DiagnosticDescriptor TwoKinds = Error(
        "ALLOC0008",
        "A type is one heap",
        "'{0}' is declared as {1} and as {2}; a type is one heap");

    public static readonly DiagnosticDescriptor MemberCollision = Error(
        "ALLOC0009",
        "The allocator writes this member itself",
        "'{0}' has {1}");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "ALLOC0010",
        "The language version is too old",
        "'{0}' is compiled as C# {1}, but generated allocators need C# 9 or newer");

    public static readonly DiagnosticDescriptor LayoutIsFixed = Error(
        "ALLOC0011",
        "The layout of a heap is the allocator's",
        "'{0}' cannot have {1}: the allocator decides the layout of the heap; keep it in a type around the heap");

    public static readonly DiagnosticDescriptor UnknownVariant = Error(
        "ALLOC0012",
        "There is no such variant",
        "Variant is \"{0}\"; the variants are {1}");

    public static readonly DiagnosticDescriptor BadArena = Error(
        "ALLOC0013",
        "The arena does not suit the variant",
        "Bytes is {0}; the variant {1} can have an arena of {2} to {3} bytes here, in multiples of 8, and the nearest is {4}");

    public static readonly DiagnosticDescriptor SmallerVariant = Suggestion(
        "ALLOC0014",
        "A smaller variant is enough",
        "Bytes is {0}, for which the variant {1} is enough; it saves up to {2} bytes a block and {3} bytes of bookkeeping");

    public static readonly DiagnosticDescriptor NotUnmanaged = Error(
        "ALLOC0015",
        "A value in a heap is unmanaged",
        "'{0}' cannot be in a heap: only a number, an enum or a struct without references can, and none of them as a nullable type");

    public static readonly DiagnosticDescriptor LessAccessible = Error(
        "ALLOC0016",
        "The type of the values is as accessible as the heap",
        "'{0}' is less accessible than the heap, whose public members have it in their signatures; make the heap less accessible, or the type more");

    public static readonly DiagnosticDescriptor OneOfTwo = Error(
        "ALLOC0017",
        "The size of a slot is said once",
        "'{0}' says {1} of Bytes and BlockSize; say exactly one of them");

    public static readonly DiagnosticDescriptor HandleTooNarrow = Error(
        "ALLOC0018",
        "A handle has room for the slot and its generation",
        "A handle of {0} bits numbers {1} slots with {2} of them and leaves {3} for the generation, which needs at least {4}; the nearest HandleBits is {5}");

    public static readonly DiagnosticDescriptor NotAHeap = Error(
        "ALLOC0019",
        "Over names a heap",
        "'{0}' is no heap that memory can be taken from; that is another struct or static class with the attribute of a kind, or a struct that implements IAllocator");

    public static readonly DiagnosticDescriptor ParentCanMove = Error(
        "ALLOC0020",
        "A heap over memory that can move is a ref struct",
        "The memory of '{0}' can be moved by the garbage collector, and only a span follows it; declare '{1}' as a ref struct");

    public static readonly DiagnosticDescriptor NotThereYet = Error(
        "ALLOC0021",
        "An argument is known before heaps are generated",
        "{0} is '{1}', but the {2} of generated heaps are not there yet when a heap is generated; {3}");

    public static readonly DiagnosticDescriptor ContainsItself = Error(
        "ALLOC0022",
        "A heap is not among its own values",
        "'{0}' has '{1}' in it, the heap that it is a value of; a struct cannot be a part of itself");

    public static readonly DiagnosticDescriptor TooLargeForMono = Suggestion(
        "ALLOC0023",
        "The heap is too large for Mono",
        "'{0}' has {1} bytes; Mono, and with it probably Unity, loads no {2} of {3} bytes or more: with Storage = Storage.Pointer the memory is at an address instead");

    public static readonly DiagnosticDescriptor BadSizeClassHeap = Error(
        "ALLOC0024",
        "A heap of size classes is made of whole units",
        "Bytes is {0}; a heap of size classes can have {1} to {2} bytes here, in multiples of {3} near that size, and the nearest is {4}");

    public static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    /// <summary>Of a good declaration: not even where warnings are errors may it stop a build.</summary>
    public static DiagnosticDescriptor Suggestion(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/allocators/allocators/blob/main/docs/diagnostics/{id}.md");
}
