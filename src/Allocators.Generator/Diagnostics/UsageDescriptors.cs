using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Diagnostics;

/// <summary>Everything that can be wrong with the use of a heap. Each has a page in <c>docs/diagnostics</c>.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor Assigned = Descriptors.Error(
        "ALLOC0101",
        "A heap is not assigned from another",
        "This copies '{0}', and then two heaps give out the same blocks; refer to it ('ref var heap = ref {1}'), or write CopyTo where a snapshot is meant");

    public static readonly DiagnosticDescriptor PassedByValue = Descriptors.Error(
        "ALLOC0102",
        "A heap is passed by reference",
        "This passes a copy of '{0}', and what is taken from the copy is unknown to the heap; pass it by 'ref'");

    public static readonly DiagnosticDescriptor ReturnedByValue = Descriptors.Error(
        "ALLOC0103",
        "A heap is returned by reference",
        "This returns a copy of '{0}', and what is taken from the copy is unknown to the heap; {2}");

    public static readonly DiagnosticDescriptor Boxed = Descriptors.Error(
        "ALLOC0104",
        "A heap is not boxed",
        "This puts a copy of '{0}' into an object, as '{2}'; pass the heap by 'ref' to generic code ('where THeap : struct, IHeap'), or keep it in a class of yours");

    public static readonly DiagnosticDescriptor Wrapped = Descriptors.Error(
        "ALLOC0105",
        "A heap is no part of another value",
        "This copies '{0}' into {2}; refer to it ('ref var heap = ref {1}')");

    public static readonly DiagnosticDescriptor Enumerated = Descriptors.Error(
        "ALLOC0106",
        "Heaps are enumerated by reference",
        "Each '{0}' is a copy of the '{1}' it stands for; {2}");

    public static readonly DiagnosticDescriptor ElementCopied = Descriptors.Error(
        "ALLOC0107",
        "A collection that gives copies holds no heaps",
        "'{0}' gives a copy of the '{1}' in it; keep heaps in an array, or each in a class of yours");

    public static readonly DiagnosticDescriptor PropertyByValue = Descriptors.Error(
        "ALLOC0108",
        "A heap is no automatic property",
        "Each use of '{0}' gives a copy of the '{1}'; make it a field, or a property that returns it by reference");

    public static readonly DiagnosticDescriptor InRecord = Descriptors.Error(
        "ALLOC0109",
        "A record has no heap in it",
        "'{0}' is a record, which copies its '{1}' with every 'with'; make it a class or a struct");

    public static readonly DiagnosticDescriptor ReadOnlyField = Descriptors.Error(
        "ALLOC0110",
        "The field of a heap is not readonly",
        "'{0}' is readonly, so that each call is made on a copy of the '{1}' and then forgotten; remove 'readonly'");

    public static readonly DiagnosticDescriptor HiddenCopy = Descriptors.Error(
        "ALLOC0111",
        "A heap that is changed is not read-only",
        "'{0}' changes the heap or lets it be changed, but '{1}' is read-only here, so that it is called on a copy; {2}");

    public static readonly DiagnosticDescriptor TooLargeForStack = Descriptors.Error(
        "ALLOC0201",
        "A large heap is not on the stack",
        "'{0}' puts {1} bytes of heap on the stack, where {2} are the most (allocators.max_stack_heap_bytes); keep the heap in a field of a class, and refer to it by 'ref'");

    public static readonly DiagnosticDescriptor TooLargeForArray = Descriptors.Error(
        "ALLOC0202",
        "A large heap is no element of an array",
        "'{0}' has {1} bytes of heap, and the run time has no arrays of elements above {2}, nor collections that keep them in one: they throw a TypeLoadException; keep each heap in a class of its own");

    public static readonly DiagnosticDescriptor AddressTaken = Descriptors.Error(
        "ALLOC0203",
        "What can move has no address",
        "The garbage collector moves '{0}' with the object that it is in, and the address stays behind; use 'fixed' for as long as the address is used, or declare '{1}' with Storage.Pointer or as a static class");

    public static readonly DiagnosticDescriptor CannotBeGiven = Descriptors.Error(
        "ALLOC0301",
        "A heap can give what is asked for",
        "{0} of {1} always throws: {2}");

    public static readonly DiagnosticDescriptor NeverRoom = Descriptors.Suggestion(
        "ALLOC0302",
        "A question has two answers",
        "{0} of {1} is always false: {2}");

    public static readonly DiagnosticDescriptor CannotBeAligned = Descriptors.Error(
        "ALLOC0303",
        "A heap has the alignment that is asked for",
        "{0} at an alignment of {1} always throws: {2}");

    public static readonly DiagnosticDescriptor Outlives = Descriptors.Error(
        "ALLOC0401",
        "A span does not outlive its heap",
        "'{0}' lies in '{1}', which ends with the method; keep the heap in a field, or take it by 'ref'");
}
