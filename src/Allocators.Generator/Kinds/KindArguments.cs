using System;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Kinds;

/// <summary>What was written in the brackets of a kind's attribute, and where to complain about it.</summary>
internal sealed class KindArguments(AttributeData attribute, INamedTypeSymbol heap, MemoryPlace declaredPlace, DeclarationReport report)
{
    /// <summary>The name under which the type of the values is reported, which is no property.</summary>
    public const string TypeName = "Type";

    private const string StorageName = nameof(HeapAttribute.Storage);

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool AreGood { get; private set; } = true;

    /// <summary>A number, or the attribute's default for it.</summary>
    public int Int32(string name, int defaultValue) => Value(name) is int value ? value : defaultValue;

    /// <summary>A text, or the attribute's default for it.</summary>
    public string Text(string name, string defaultValue) => Value(name) is string value ? value : defaultValue;

    /// <summary>Yes or no, or the attribute's default for it.</summary>
    public bool Boolean(string name, bool defaultValue) => Value(name) is bool value ? value : defaultValue;

    /// <summary>A number that has to be 1 or more; what else is asked of it can make the nearest good one larger.</summary>
    public int Positive(string name, int defaultValue, int least = 1)
    {
        int value = Int32(name, defaultValue);
        if (value < 1) Refuse(Descriptors.OutOfRange, name, $"{least}", name, IsSet(name) ? value : "not given, and has to be", least);
        return value;
    }

    /// <summary>One of the values of an enumeration.</summary>
    public TEnum Enumeration<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum
    {
        TEnum value = AnyEnumeration(name, defaultValue);
        if (!Enum.IsDefined(typeof(TEnum), value))
        {
            string nearest = $"{typeof(TEnum).Name}.{defaultValue}";
            Refuse(Descriptors.OutOfRange, name, "Allocators." + nearest, name, Convert.ToInt32(value, null), nearest);
        }

        return value;
    }

    /// <summary>The type that was written as the first argument or as the type argument, or null.</summary>
    public ITypeSymbol? Type => TypeIn(attribute);

    /// <summary>The type of the values in an attribute of any heap, or null.</summary>
    public static ITypeSymbol? TypeIn(AttributeData attribute) => attribute.AttributeClass is { Arity: 1 } generic
        ? generic.TypeArguments[0]
        : attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? type : null;

    /// <summary>The type that an attribute takes memory from, or null.</summary>
    public static ITypeSymbol? OverIn(AttributeData attribute) => Value(attribute, nameof(FreeListAttribute.Over)) as ITypeSymbol;

    /// <summary>Whether the values of a type would have the heap in them.</summary>
    public bool IsIn(ITypeSymbol type) => LayoutCycle.Has(type, heap);

    /// <summary>The name of the heap.</summary>
    public string HeapName => heap.Name;

    /// <summary>
    /// Whether everybody who can name the heap can name a type too, so that public members can have it. A generated type is one that hides
    /// the user's type of the same name once the heap is written: attributes see the members of what they stand on.
    /// </summary>
    public bool IsAccessibleToUsers(ITypeSymbol type) => Visibility.Includes(type, heap) || MemberRules.IsGenerated(type, CancellationToken.None);

    /// <summary>Whether a property was written down.</summary>
    public bool IsSet(string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>Refuses a property that has no meaning for this kind or place.</summary>
    public void DoesNotApply(string name, string reason)
    {
        if (IsSet(name)) Refuse(Descriptors.DoesNotApply, name, "", name, reason);
    }

    /// <summary>Reports what is wrong with an argument, with the values that would be right, separated by commas.</summary>
    public void Refuse(DiagnosticDescriptor descriptor, string argument, string goodValues, params object[] messageArguments)
    {
        AreGood = false;
        report.AtArgument(descriptor, argument, goodValues, messageArguments);
    }

    /// <summary>Reports a better value for an argument of a declaration that is good as it is.</summary>
    public void Suggest(DiagnosticDescriptor descriptor, string argument, string betterValue, params object[] messageArguments) =>
        report.AtArgument(descriptor, argument, betterValue, messageArguments);

    /// <summary>Reads the axes that every kind has.</summary>
    /// <param name="hasMemory">Whether the kind has memory, which can be aligned.</param>
    /// <param name="blockBytes">Bytes of a block, which a better alignment has to divide; 0 if it need not.</param>
    /// <param name="needsLock">Why the kind cannot do without a lock; null if it can.</param>
    public HeapOptions Options(bool hasMemory = true, int blockBytes = 0, string? needsLock = null)
    {
        ParentHeap? over = Over();
        MemoryPlace place = over is null ? Place() : PlaceOver(over);
        return new HeapOptions(
            place,
            over is null ? StateOf(place) : StateOver(),
            SynchronizationOf(place, needsLock),
            Enumeration(nameof(HeapAttribute.Checks), Checks.Standard),
            hasMemory ? Alignment(place, blockBytes) : HeapOptions.DefaultAlignmentOf(place))
        {
            Over = over,
        };
    }

    /// <summary>The place that the declaration of the type and the property <c>Storage</c> give together.</summary>
    private MemoryPlace Place() => declaredPlace switch
    {
        MemoryPlace.Static => StaticPlace(),
        MemoryPlace.Span => SpanPlace(),
        _ => StructPlace(),
    };

    private MemoryPlace StaticPlace()
    {
        DoesNotApply(StorageName, "a static class, which is its own memory");
        return MemoryPlace.Static;
    }

    private MemoryPlace SpanPlace()
    {
        // There is one good value, so that no other can be offered, whether it exists or not.
        Storage storage = AnyEnumeration(StorageName, Storage.Span);
        string written = Enum.IsDefined(typeof(Storage), storage) ? $"Storage.{storage}" : StorageName;
        if (storage != Storage.Span) Refuse(Descriptors.DoesNotApply, StorageName, "", written, "a ref struct, whose memory is a span");
        return MemoryPlace.Span;
    }

    private MemoryPlace StructPlace()
    {
        Storage storage = Enumeration(StorageName, Storage.Inline);
        if (storage == Storage.Span) Refuse(Descriptors.DoesNotApply, StorageName, "", "Storage.Span", "a struct; only a ref struct can hold a span");
        return storage == Storage.Pointer ? MemoryPlace.Pointer : MemoryPlace.Inline;
    }

    /// <summary>The heap that the memory is taken from, if there is one.</summary>
    private ParentHeap? Over()
    {
        const string Name = nameof(FreeListAttribute.Over);
        if (OverIn(attribute) is not { } type) return null;

        bool isItself = SymbolEqualityComparer.Default.Equals(type, heap);
        ParentHeap? over = isItself ? null : ParentHeap.Of(type);
        string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (declaredPlace == MemoryPlace.Static) DoesNotApply(Name, "a static class, which is its own memory");
        else if (over is null) Refuse(Descriptors.NotAHeap, Name, "", name);
        else if (declaredPlace == MemoryPlace.Inline && !over.IsFixed) Refuse(Descriptors.ParentCanMove, Name, "", name, heap.Name);
        else if (!IsAccessibleToUsers(type)) Refuse(Descriptors.LessAccessible, Name, "", name);
        return over;
    }

    /// <summary>A span of another heap's memory, or the address of it.</summary>
    private MemoryPlace PlaceOver(ParentHeap over)
    {
        DoesNotApply(StorageName, $"a heap over {over.Name}, where its memory is");
        return declaredPlace == MemoryPlace.Span ? MemoryPlace.Span : MemoryPlace.Pointer;
    }

    /// <summary>The memory of another heap is taken anew each time, so that nothing was left in it.</summary>
    private State StateOver()
    {
        DoesNotApply(nameof(HeapAttribute.State), "a heap over another, whose memory is always taken anew");
        return State.Automatic;
    }

    private State StateOf(MemoryPlace place)
    {
        const string Name = nameof(HeapAttribute.State);
        if (HeapOptions.HasForeignMemory(place)) return Enumeration(Name, State.Automatic);

        DoesNotApply(Name, "a heap whose memory is its own");
        return State.Automatic;
    }

    private Synchronization SynchronizationOf(MemoryPlace place, string? needsLock)
    {
        const string Name = nameof(HeapAttribute.Synchronization);
        Synchronization synchronization = Enumeration(Name, HeapOptions.DefaultSynchronizationOf(place));
        if (synchronization == Synchronization.LockFree && needsLock is not null)
        {
            const string Nearest = "Synchronization.SpinLock";
            Refuse(Descriptors.OutOfRange, Name, "Allocators." + Nearest, Name, $"{synchronization}", $"{Nearest}: {needsLock}");
        }

        return synchronization;
    }

    private int Alignment(MemoryPlace place, int blockBytes)
    {
        int alignment = Int32(nameof(HeapAttribute.Alignment), HeapOptions.DefaultAlignmentOf(place));
        int largest = HeapOptions.MaxAlignmentOf(place);
        if (alignment < 1 || alignment > largest || !PowerOfTwo.Is(alignment))
        {
            int nearest = PowerOfTwo.Nearest(alignment, blockBytes > 0 ? Math.Min(largest, blockBytes & -blockBytes) : largest);
            Refuse(
                Descriptors.BadAlignment,
                nameof(HeapAttribute.Alignment),
                $"{nearest}",
                alignment,
                place switch
                {
                    MemoryPlace.Static => "a static class",
                    MemoryPlace.Pointer => "memory at an address",
                    MemoryPlace.Span => "memory in a span",
                    _ => "a struct, which the garbage collector can move,",
                },
                largest,
                nearest);
        }

        return alignment;
    }

    /// <summary>A value of an enumeration, also one that it does not have.</summary>
    private TEnum AnyEnumeration<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum => (TEnum)Enum.ToObject(typeof(TEnum), Int32(name, Convert.ToInt32(defaultValue, null)));

    private object? Value(string name) => Value(attribute, name);

    private static object? Value(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Error) return argument.Value.Value;
        }

        return null;
    }
}
