using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Allocators.Generator.Model;

/// <summary>The numbers of a heap and all that follow from them. Arithmetic and nothing else: equal specs give equal code.</summary>
internal abstract record HeapSpec(HeapOptions Options)
{
    /// <summary>The attribute as the user could have written it: the arguments of the kind, and the axes that are not what the place makes them.</summary>
    public string Attribute
    {
        get
        {
            string arguments = string.Join(", ", OwnArguments.Concat(Options.Arguments));
            return arguments.Length == 0 ? KindName : $"{KindName}({arguments})";
        }
    }

    /// <summary>What the heap is made of, such as <c>16 chunks of 64 bytes</c>.</summary>
    public abstract string Contents { get; }

    /// <summary>The type of the values in the heap, if that is what it holds: then its sizes are multiples of one that only the JIT knows.</summary>
    public virtual ElementType? Element => null;

    /// <summary>Bytes of memory; where the heap holds values, how many.</summary>
    public abstract int Capacity { get; }

    /// <summary>Bytes of the largest block of an empty heap; where the heap holds values, how many.</summary>
    public abstract int MaxAllocation { get; }

    /// <summary>The largest alignment that can be asked for, in bytes.</summary>
    public virtual int MaxAlignment => Options.Alignment;

    /// <summary>The bookkeeping of the kind, field by field; a multiple of 8 bytes.</summary>
    public abstract IReadOnlyList<StateField> StateRows { get; }

    /// <summary>Bytes of the smallest piece of memory that is of use, or how many values: shorter ends are left alone.</summary>
    public abstract int UnitBytes { get; }

    /// <summary>Everything in the heap, in the order of its fields.</summary>
    public IEnumerable<LayoutRow> Layout
    {
        get
        {
            if (IsStateInMemory) yield return new LayoutRow("layout", WordBytes, "a hash of the declaration: by it the heap is known again");
            foreach (LayoutRow row in StateRows) yield return row;
            if (IsLocked) yield return new LayoutRow("lock", LockBytes, IsShared ? "the process that is in a call" : "taken for each call");
            if (Options.IsForeign) yield break;
            if (Options.Place.IsInStaticField && Element is null) yield return new LayoutRow("slack", Options.Alignment, "so that the memory can start at a multiple of it");
            if (Element is null) yield return new LayoutRow("memory", Capacity, MemoryContents);
            else yield return new LayoutRow("memory", 0, MemoryContents) { IsSizeKnown = false };
        }
    }

    /// <summary>Bytes of bookkeeping: what tells its layout in foreign memory, the state of the kind, and the lock. Of a heap that is too large to exist, no more than a number can say.</summary>
    public int OverheadBytes => (int)System.Math.Min(StateBytes + (IsStateInMemory ? WordBytes : 0), int.MaxValue);

    /// <summary>Whether the bookkeeping lies in front of foreign memory.</summary>
    public bool IsStateInMemory => Options.IsForeign && Options.State switch
    {
        State.InMemory => true,
        State.InStruct => false,
        _ => StateBytes > HeapOptions.MaxStateInStruct,
    };

    /// <summary>Whether a copy of the struct of the heap is another heap: the bookkeeping is in it, and keeps books of something.</summary>
    public bool IsCopiedWithStruct => Capacity > 0 && !IsStateInMemory;

    /// <summary>Bytes of the bookkeeping of a heap over foreign memory that lie in its struct.</summary>
    public int BytesInStruct => Options.IsForeign && !IsStateInMemory ? OverheadBytes : 0;

    /// <summary>What bookkeeping in foreign memory begins with. Equal layouts have the same, whatever the heap is called and whoever may call it.</summary>
    public ulong LayoutHash => Model.LayoutHash.Of(KindName, [.. LayoutNumbers, FrontBytes], StateRows, IsLocked);

    /// <summary>Whether several owners, such as processes, can have the heap at once: what lies in the memory is there for that.</summary>
    public bool HasOtherOwners => Options.IsForeign && Options.State == State.InMemory;

    /// <summary>Whether there is a lock. A kind may need one for part of what it does without locks.</summary>
    public virtual bool IsLocked => Options.IsLocked;

    /// <summary>Whether the lock works across processes: it does where another process can have the bookkeeping as well.</summary>
    public bool IsShared => IsLocked && IsStateInMemory;

    /// <summary>What the address of foreign memory is made a multiple of, so that the words of the bookkeeping lie in one piece.</summary>
    public int MemoryAlignment => IsStateInMemory ? System.Math.Max(Options.Alignment, WordBytes) : Options.Alignment;

    /// <summary>Bytes in front of foreign memory that the bookkeeping takes, rounded up to the alignment of what follows.</summary>
    public int FrontBytes => IsStateInMemory ? (OverheadBytes + Options.Alignment - 1) & -Options.Alignment : 0;

    /// <summary>
    /// Where the fields of bookkeeping in the memory start, and how many bytes of them are looked at to see whether they are still zero:
    /// all of a number, of an array the first few. What adjoins is one.
    /// </summary>
    public IReadOnlyList<(int Offset, int Bytes)> FieldStarts
    {
        get
        {
            List<(int Offset, int Bytes)> starts = [];
            int offset = WordBytes, end = 0;
            foreach (LayoutRow row in StateRows)
            {
                // Bytes without a name are none of anybody's.
                int bytes = row.Field.Length == 0 ? 0 : System.Math.Min(row.Bytes, MaxBytesOfStart);
                if (bytes > 0 && offset == end)
                {
                    int start = starts[starts.Count - 1].Offset;
                    starts[starts.Count - 1] = (start, offset + bytes - start);
                }
                else if (bytes > 0)
                {
                    starts.Add((offset, bytes));
                }

                end = offset + bytes;
                offset += row.Bytes;
            }

            return starts;
        }
    }

    /// <summary>Bytes of the memory as a field: with the slack that lets it start at an aligned address.</summary>
    public int MemoryFieldBytes => Capacity + (Options.Place.IsInStaticField ? Options.Alignment : 0);

    /// <summary>Bytes of everything together, rounded up to keep the alignment of arrays of it.</summary>
    public int TotalBytes => (OverheadBytes + MemoryFieldBytes + 7) & ~7;

    /// <summary>All bytes of the heap as far as they are known, counted wide enough for heaps that are too large to exist.</summary>
    public virtual long TotalBytesLong => TotalBytes;

    /// <summary>The contents as they can stand in documentation, which is XML.</summary>
    public string ContentsInDocs => Element is { } element ? Contents.Replace(element.Name, element.NameInDocs) : Contents;

    /// <summary>So many bytes in the words of documentation; where the heap holds values, the size of so many of them.</summary>
    public string InBytes(int count)
    {
        string number = count.ToString("N0", CultureInfo.InvariantCulture);
        return Element is null ? number : count == 1 ? $"the size of {Element.NameInDocs}" : $"{number} times the size of {Element.NameInDocs}";
    }

    /// <summary>The name of the attribute.</summary>
    protected abstract string KindName { get; }

    /// <summary>The arguments that only this kind has, defaults included.</summary>
    protected abstract IEnumerable<string> OwnArguments { get; }

    /// <summary>The numbers that say what the fields of the bookkeeping, and notes in the memory, mean; what the rows of the layout tell need not be among them.</summary>
    protected abstract IEnumerable<int> LayoutNumbers { get; }

    /// <summary>Where in the memory what is, for the layout table.</summary>
    protected abstract string MemoryContents { get; }

    /// <summary>Bytes of a lock.</summary>
    protected const int LockBytes = 8;

    private const int MaxBytesOfStart = 64;

    /// <summary>Bytes of a word, such as the one that tells the layout.</summary>
    protected const int WordBytes = 8;

    private long StateBytes => StateRows.Sum(static row => (long)row.Bytes) + (IsLocked ? LockBytes : 0);

    /// <summary>The axes as the head of a generated file says them, such as <c>inline, not synchronized, checked</c>.</summary>
    public virtual string Axes => string.Join(
        ", ",
        Options.Place switch
        {
            { IsInStaticField: true } => "process-wide at a fixed address",
            { Memory: MemoryPlace.Span } => $"over a span, {PlaceOfState}",
            { Memory: MemoryPlace.Pointer } => $"{(Options.IsStatic ? "process-wide " : "")}over memory at an address, {PlaceOfState}",
            _ => "inline",
        },
        SynchronizationText,
        Options.IsChecked ? "checked" : "not checked");

    /// <summary>Who may call at the same time, in words.</summary>
    protected virtual string SynchronizationText =>
        Options.IsLockFree ? "synchronized without locks" : !IsLocked ? "not synchronized" : "synchronized by a spin lock" + BetweenProcesses;

    /// <summary>Ends what is said of a lock.</summary>
    protected string BetweenProcesses => IsShared ? ", also between processes" : "";

    private string PlaceOfState => IsStateInMemory ? "bookkeeping in the memory" : Options.IsStatic ? "bookkeeping in static fields" : "bookkeeping in the struct";
}
