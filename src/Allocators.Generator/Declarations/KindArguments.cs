using System;
using System.Linq;
using System.Threading;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Allocators.Generator.Declarations;

/// <summary>What was written in the brackets of a kind's attribute, and where to complain about it.</summary>
internal sealed class KindArguments(AttributeData attribute, INamedTypeSymbol heap, HeapPlace declaredPlace, HeapAttributes attributes, DeclarationReport report)
{
    /// <summary>Where the declaration of the type says that the memory is; the arguments can say otherwise.</summary>
    public HeapPlace DeclaredPlace => declaredPlace;

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
    public ITypeSymbol? Type => AttributeReader.TypeIn(attribute);

    /// <summary>The type that memory is taken from, or null.</summary>
    public ITypeSymbol? Over => AttributeReader.OverIn(attribute);

    /// <summary>Whether the values of a type would have the heap in them.</summary>
    public bool IsIn(ITypeSymbol type) => LayoutCycle.Has(type, heap, attributes);

    /// <summary>Whether a type is the heap itself.</summary>
    public bool IsItself(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, heap);

    /// <summary>The heap of a type that memory is to be taken from, or null if it is none.</summary>
    public ParentHeap? ParentOf(ITypeSymbol type) => IsItself(type) ? null : ParentHeaps.Of(type, attributes);

    /// <summary>The name of the heap.</summary>
    public string HeapName => heap.Name;

    /// <summary>
    /// Whether everybody who can name the heap can name a type too, so that public members can have it. A generated type is one that hides
    /// the user's type of the same name once the heap is written: attributes see the members of what they stand on.
    /// </summary>
    public bool IsAccessibleToUsers(ITypeSymbol type) => Visibility.Includes(type, heap) || GeneratedParts.Has(type, CancellationToken.None);

    /// <summary>Whether a property was written down.</summary>
    public bool IsSet(string name) => AttributeReader.IsSet(attribute, name);

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

    /// <summary>A value of an enumeration, also one that it does not have.</summary>
    public TEnum AnyEnumeration<TEnum>(string name, TEnum defaultValue)
        where TEnum : struct, Enum => (TEnum)Enum.ToObject(typeof(TEnum), Int32(name, Convert.ToInt32(defaultValue, null)));

    private object? Value(string name) => AttributeReader.ValueOf(attribute, name);
}
