using System;
using System.Linq;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Kinds;

/// <summary>What was written in the brackets of a kind's attribute, and where to complain about it.</summary>
internal sealed class KindArguments(AttributeData attribute, MemoryPlace declaredPlace, DeclarationReport report)
{
    /// <summary>Whether nothing was wrong so far.</summary>
    public bool AreGood { get; private set; } = true;

    /// <summary>A number, or the attribute's default for it.</summary>
    public int Int32(string name, int defaultValue) => Value(name) is int value ? value : defaultValue;

    /// <summary>A text, or the attribute's default for it.</summary>
    public string Text(string name, string defaultValue) => Value(name) is string value ? value : defaultValue;

    /// <summary>A number that has to be 1 or more.</summary>
    public int Positive(string name, int defaultValue)
    {
        int value = Int32(name, defaultValue);
        if (value < 1) Refuse(Descriptors.OutOfRange, name, "1", name, value, "1");
        return value;
    }

    /// <summary>One of the values of an enumeration.</summary>
    public TEnum Enumeration<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum
    {
        int value = Int32(name, Convert.ToInt32(defaultValue, null));
        TEnum result = (TEnum)Enum.ToObject(typeof(TEnum), value);
        if (!Enum.IsDefined(typeof(TEnum), result))
        {
            string nearest = $"{typeof(TEnum).Name}.{defaultValue}";
            Refuse(Descriptors.OutOfRange, name, "Allocators." + nearest, name, value, nearest);
        }

        return result;
    }

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

    /// <summary>Reads the axes that every kind has.</summary>
    /// <param name="hasMemory">Whether the kind has memory, which can be aligned.</param>
    public HeapOptions Options(bool hasMemory = true)
    {
        MemoryPlace place = Place();
        State state = Enumeration(nameof(HeapAttribute.State), State.Automatic);
        if (place is MemoryPlace.Inline or MemoryPlace.Static) DoesNotApply(nameof(HeapAttribute.State), "a heap whose memory is its own");

        Synchronization byDefault = place == MemoryPlace.Static ? Synchronization.SpinLock : Synchronization.None;
        return new HeapOptions(
            place,
            state,
            Enumeration(nameof(HeapAttribute.Synchronization), byDefault),
            Enumeration(nameof(HeapAttribute.Checks), Checks.Standard),
            hasMemory ? Alignment(place) : HeapOptions.DefaultAlignmentOf(place));
    }

    /// <summary>The place that the declaration of the type and the property <c>Storage</c> give together.</summary>
    private MemoryPlace Place()
    {
        const string Name = nameof(HeapAttribute.Storage);
        if (declaredPlace == MemoryPlace.Static) DoesNotApply(Name, "a static class, which is its own memory");
        if (declaredPlace != MemoryPlace.Inline && !IsSet(Name)) return declaredPlace;

        Storage storage = Enumeration(Name, Storage.Inline);
        if (declaredPlace == MemoryPlace.Span && storage != Storage.Span) Refuse(Descriptors.DoesNotApply, Name, "", $"Storage.{storage}", "a ref struct, whose memory is a span");
        if (declaredPlace == MemoryPlace.Inline && storage == Storage.Span) Refuse(Descriptors.DoesNotApply, Name, "", "Storage.Span", "a struct; only a ref struct can hold a span");
        return declaredPlace == MemoryPlace.Inline && storage == Storage.Pointer ? MemoryPlace.Pointer : declaredPlace;
    }

    private int Alignment(MemoryPlace place)
    {
        int alignment = Int32(nameof(HeapAttribute.Alignment), HeapOptions.DefaultAlignmentOf(place));
        int largest = HeapOptions.MaxAlignmentOf(place);
        if (alignment < 1 || alignment > largest || !PowerOfTwo.Is(alignment))
        {
            int nearest = PowerOfTwo.Nearest(alignment, largest);
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

    private object? Value(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Error) return argument.Value.Value;
        }

        return null;
    }
}
