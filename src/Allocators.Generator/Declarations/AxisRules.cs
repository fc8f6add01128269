using System;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>What each axis can be, and what it is where nothing is said: storage, state, synchronization, checks, alignment.</summary>
internal static class AxisRules
{
    private const string StorageName = nameof(HeapAttribute.Storage);

    /// <summary>Reads the axes that every kind has.</summary>
    /// <param name="arguments">What was written.</param>
    /// <param name="hasMemory">Whether the kind has memory, which can be aligned.</param>
    /// <param name="blockBytes">Bytes of a block, which a better alignment has to divide; 0 if it need not.</param>
    /// <param name="needsLock">Why the kind cannot do without a lock; null if it can.</param>
    public static HeapOptions Options(this KindArguments arguments, bool hasMemory = true, int blockBytes = 0, string? needsLock = null)
    {
        ParentHeap? over = Over(arguments);
        HeapPlace place = over is null ? Place(arguments) : PlaceOver(arguments, over);
        return new HeapOptions(
            place,
            over is null ? StateOf(arguments, place) : StateOver(arguments),
            SynchronizationOf(arguments, place, needsLock),
            arguments.Enumeration(nameof(HeapAttribute.Checks), Checks.Standard),
            hasMemory ? Alignment(arguments, place, blockBytes) : place.DefaultAlignment)
        {
            Over = over,
        };
    }

    /// <summary>The place that the declaration of the type and the property <c>Storage</c> give together.</summary>
    private static HeapPlace Place(KindArguments arguments) =>
        arguments.DeclaredPlace.Memory == MemoryPlace.Span ? SpanPlace(arguments) : OwnOrPointerPlace(arguments);

    private static HeapPlace SpanPlace(KindArguments arguments)
    {
        // There is one good value, so that no other can be offered, whether it exists or not.
        Storage storage = arguments.AnyEnumeration(StorageName, Storage.Span);
        string written = Enum.IsDefined(typeof(Storage), storage) ? $"Storage.{storage}" : StorageName;
        if (storage != Storage.Span) arguments.Refuse(Descriptors.DoesNotApply, StorageName, "", written, "a ref struct, whose memory is a span");
        return new HeapPlace(MemoryPlace.Span);
    }

    private static HeapPlace OwnOrPointerPlace(KindArguments arguments)
    {
        bool isStatic = arguments.DeclaredPlace.IsStatic;
        Storage storage = arguments.Enumeration(StorageName, Storage.Inline);
        if (storage == Storage.Span) arguments.Refuse(Descriptors.DoesNotApply, StorageName, "", "Storage.Span", $"a {(isStatic ? "static class" : "struct")}; only a ref struct can hold a span");
        return new HeapPlace(storage == Storage.Pointer ? MemoryPlace.Pointer : MemoryPlace.Inline, isStatic);
    }

    /// <summary>The heap that the memory is taken from, if there is one.</summary>
    private static ParentHeap? Over(KindArguments arguments)
    {
        const string Name = AttributeReader.OverName;
        if (arguments.Over is not { } type) return null;

        ParentHeap? over = arguments.ParentOf(type);
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (arguments.DeclaredPlace.IsStatic) arguments.DoesNotApply(Name, "a static class; only a struct or a ref struct takes its memory from another heap");
        else if (over is null) arguments.Refuse(Descriptors.NotAHeap, Name, "", name);
        else if (arguments.DeclaredPlace.IsInStruct && !over.IsFixed) arguments.Refuse(Descriptors.ParentCanMove, Name, "", name, arguments.HeapName);
        else if (!arguments.IsAccessibleToUsers(type)) arguments.Refuse(Descriptors.LessAccessible, Name, "", name);
        return over;
    }

    /// <summary>A span of another heap's memory, or the address of it.</summary>
    private static HeapPlace PlaceOver(KindArguments arguments, ParentHeap over)
    {
        arguments.DoesNotApply(StorageName, $"a heap over {over.Name}, where its memory is");
        return new HeapPlace(arguments.DeclaredPlace.Memory == MemoryPlace.Span ? MemoryPlace.Span : MemoryPlace.Pointer);
    }

    /// <summary>The memory of another heap is taken anew each time, so that nothing was left in it.</summary>
    private static State StateOver(KindArguments arguments)
    {
        arguments.DoesNotApply(nameof(HeapAttribute.State), "a heap over another, whose memory is always taken anew");
        return State.Automatic;
    }

    private static State StateOf(KindArguments arguments, HeapPlace place)
    {
        const string Name = nameof(HeapAttribute.State);
        if (place.IsForeign) return arguments.Enumeration(Name, State.Automatic);

        arguments.DoesNotApply(Name, "a heap whose memory is its own");
        return State.Automatic;
    }

    private static Synchronization SynchronizationOf(KindArguments arguments, HeapPlace place, string? needsLock)
    {
        const string Name = nameof(HeapAttribute.Synchronization);
        Synchronization synchronization = arguments.Enumeration(Name, place.DefaultSynchronization);
        if (synchronization == Synchronization.LockFree && needsLock is not null)
        {
            const string Nearest = "Synchronization.SpinLock";
            arguments.Refuse(Descriptors.OutOfRange, Name, "Allocators." + Nearest, Name, $"{synchronization}", $"{Nearest}: {needsLock}");
        }

        return synchronization;
    }

    private static int Alignment(KindArguments arguments, HeapPlace place, int blockBytes)
    {
        int alignment = arguments.Int32(nameof(HeapAttribute.Alignment), place.DefaultAlignment);
        int largest = place.MaxAlignment;
        if (alignment < 1 || alignment > largest || !PowerOfTwo.Is(alignment))
        {
            int nearest = PowerOfTwo.Nearest(alignment, blockBytes > 0 ? Math.Min(largest, blockBytes & -blockBytes) : largest);
            arguments.Refuse(
                Descriptors.BadAlignment,
                nameof(HeapAttribute.Alignment),
                $"{nearest}",
                alignment,
                place switch
                {
                    { IsInStaticField: true } => "a static class",
                    { Memory: MemoryPlace.Pointer } => "memory at an address",
                    { Memory: MemoryPlace.Span } => "memory in a span",
                    _ => "a struct, which the garbage collector can move,",
                },
                largest,
                nearest);
        }

        return alignment;
    }
}
