using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>What the templates of the surface have holes for: storage, locking and checks as bits of code.</summary>
internal sealed class SurfaceContext(CodeWriter writer, TypeHierarchy type, HeapSpec spec, KindCode code, Capabilities capabilities)
{
    public const string UnscopedRefAttribute = "[global::System.Diagnostics.CodeAnalysis.UnscopedRef]";

    public CodeWriter Writer => writer;

    public HeapSpec Spec => spec;

    public KindCode Code => code;

    public HeapShape Shape => code.Shape;

    public Capabilities Capabilities => capabilities;

    public HeapOptions Options => spec.Options;

    /// <summary>The heap's name, with type parameters.</summary>
    public string Name => type.Heap.NameWithParameters;

    /// <summary>The heap's name where another meaning of it could be nearer.</summary>
    public string FullName => $"global::{string.Join(".", type.Types.Select(static part => part.NameWithParameters).Prepend(type.Namespace).Where(static part => part.Length > 0))}";

    /// <summary>What generic methods call the type of the values: <c>T</c>, unless a type around them does.</summary>
    public string ValueType => Enumerable.Range(1, int.MaxValue).Select(static number => $"T{number}").Prepend("TValue").Prepend("T")
        .First(name => !type.Types.SelectMany(static part => part.TypeParameterNames).Contains(name));

    /// <summary>The heap's name in messages.</summary>
    public string NameOf => $"nameof({type.Heap.NameWithParameters})";

    /// <summary>Stands before the return type of a member.</summary>
    public string Modifier => Options.IsStatic ? "static " : "";

    /// <summary>Stands before the return type of a member that changes nothing.</summary>
    public string ReadModifier => Options.IsStatic ? "static " : "readonly ";

    /// <summary>The constant that says how much memory the heap can have; that it has so much is certain only if it is its own.</summary>
    public string CapacityConstant => Options.IsForeign ? "MaxCapacity" : "Capacity";

    /// <summary>The most bytes that a request can have any hope for.</summary>
    public string LargestRequest => Options.IsForeign ? "Capacity" : "MaxAllocation";

    /// <summary>The bookkeeping of the kind.</summary>
    public string State => Owner + (Owner.Length > 0 ? "State" : "_state");

    /// <summary>What lies in front of foreign memory.</summary>
    public string Books => IsUnattached ? "books" : "Books";

    /// <summary>Whether this is about memory that the heap does not have yet: <c>memory</c> is its address, <c>books</c> what lies in front.</summary>
    private bool IsUnattached { get; init; }

    /// <summary>The same heap in memory that a static class is about to be attached to.</summary>
    public SurfaceContext Unattached => new(writer, type, spec, code, capabilities) { IsUnattached = true };

    /// <summary>The first byte of the memory, by reference.</summary>
    public string Memory => "ref " + FirstByte("FirstByte(ref _memory)");

    /// <summary>The first byte of the memory, by read-only reference.</summary>
    public string ReadMemory => "in " + FirstByte("FirstByteOf(in _memory)");

    /// <summary>The alignments that can be asked for, in words.</summary>
    public string Alignments => spec.Element is null ? $"1 to {Number(spec.MaxAlignment)}" : "1 to <see cref=\"MaxAlignment\"/>";

    /// <summary>The largest of them.</summary>
    public string LargestAlignment => spec.Element is null ? Number(spec.MaxAlignment) : "<see cref=\"MaxAlignment\"/>";

    /// <summary>Expression for the largest request that would succeed now, in bytes.</summary>
    public string LargestFree => Options.IsForeign ? "LargestFree" : StateLargestFree;

    /// <summary>Expression for the largest free block that the bookkeeping knows of, in bytes.</summary>
    public string StateLargestFree => Shape.UsesMemory ? Ask("LargestFreeBlock") : $"{State}.LargestFreeBlock";

    /// <summary>Whether what a shortcut does not serve is in a method of its own: where there is no lock, a shortcut is there for speed.</summary>
    public bool IsSplit => Shape.HasShortcuts && !spec.IsLocked;

    public string Lock => Owner + (Owner.Length > 0 ? "Lock" : "_lock");

    /// <summary>The field of the lock in a type of the heap; nothing without one.</summary>
    public string LockField => !spec.IsLocked ? "" : spec.IsShared ? "public global::Allocators.SharedHeapLock Lock;" : "public global::Allocators.HeapLock Lock;";

    /// <summary>Before a call of the state: takes the lock, and does not believe numbers that lie in memory others can write.</summary>
    public string Enter => !spec.IsStateInMemory ? EnterLock : $"{EnterLock}\nif (!{State}.IsSound(Capacity)) ThrowUnsound();".TrimStart('\n');

    /// <summary>The same before a call that has to be quick: takes and frees.</summary>
    public string EnterQuickly => Shape.Trust == Trust.Always ? Enter : EnterLock;

    /// <summary>The same before questions that are about one block, and before it is resized.</summary>
    public string EnterForBlock => Shape.Trust == Trust.NotForOneBlock ? EnterLock : Enter;

    /// <summary>Whether the lock lies in memory that can be another when one has it: then calls take it by a method.</summary>
    public bool ChangesLock => Options.IsStatic && spec.IsShared;

    /// <summary>Expression that takes the lock of an abandoned heap as well, and tells what to leave it as.</summary>
    public string TakeOver => ChangesLock ? "TakeOverLock()" : $"{Lock}.TakeOver()";

    /// <summary>Takes the lock, if there is one.</summary>
    public string EnterLock => !spec.IsLocked ? "" : ChangesLock ? "EnterLock();" : spec.IsShared ? $"{Lock}.Enter({NameOf});" : $"{Lock}.Enter();";

    /// <summary>Whether a heap in which a process died can be told to be whole, and used on.</summary>
    public bool Recovers => Shape.Recovers(spec);

    /// <summary>
    /// Whether the state may know of what lies behind the end of the memory: another owner has more of it, or somebody wrote over the bits.
    /// A state that sees to its end is sound only if nothing does.
    /// </summary>
    public bool MayLieBeyond => spec.IsStateInMemory && Shape.End == EndOfMemory.OfSurface;

    /// <summary>Statements between entering the state and leaving it: nobody else changes it meanwhile.</summary>
    public string Inside(string enter, string statements, string more = "")
    {
        CodeTemplate inside = $$"""
            {{enter}}
            {{statements}}
            {{more}}
            {{Exit}}
            """;
        return inside.ToString();
    }

    public string Exit => spec.IsLocked ? $"{Lock}.Exit();" : "";

    /// <summary>Marks a member that returns a reference into the struct, where the compiler knows the mark.</summary>
    public string UnscopedRef => Options.IsInline && capabilities.HasUnscopedRef ? UnscopedRefAttribute : "";

    /// <summary>The same where it is a reference to the heap itself, wherever its memory is.</summary>
    public string UnscopedRefOfHeap => !Options.IsStatic && capabilities.HasUnscopedRef ? UnscopedRefAttribute : "";

    /// <summary>Whether a reference into the struct can leave only by a detour: the compiler forbids it, in whatever language version, and the mark does not exist.</summary>
    public bool NeedsUnscopedDetour => Options.IsInline && !capabilities.HasUnscopedRef;

    /// <summary>A call of the state that changes something.</summary>
    public string Call(string method, params string[] arguments) => Call(method, Memory, arguments);

    /// <summary>A call of the state that takes memory.</summary>
    public string Take(string method, params string[] arguments) => Call(method, Shape.Told != ToldCapacity.Never && Options.IsForeign ? ["Capacity", .. arguments] : arguments);

    /// <summary>A call of the state that frees memory.</summary>
    public string Give(string method, params string[] arguments) => Call(method, Shape.Told == ToldCapacity.ToTakeAndFree && Options.IsForeign ? ["Capacity", .. arguments] : arguments);

    /// <summary>A call of the state that only reads.</summary>
    public string Ask(string method, params string[] arguments) => Call(method, ReadMemory, arguments);

    /// <summary>The body of a member that returns one expression, read under the lock if there is one.</summary>
    public string Returning(string type, string expression) => Returning(type, expression, Enter);

    /// <summary>The same for a question about one block.</summary>
    public string ReturningOfBlock(string type, string expression) => Returning(type, expression, EnterForBlock);

    private string Returning(string type, string expression, string enter)
    {
        if (enter.Length == 0) return $" =>\n    {expression};";

        CodeTemplate body = $$"""

            {
                {{Inside(enter, $"{type} value = {expression};")}}
                return value;
            }
            """;
        return body.ToString();
    }

    private string Call(string method, string memory, string[] arguments) =>
        $"{State}.{method}({string.Join(", ", Shape.UsesMemory ? [memory, .. arguments] : arguments)})";

    /// <summary>The first byte of the memory; values have to be seen as bytes for that.</summary>
    private string FirstByte(string ofValues) =>
        IsUnattached ? "global::Allocators.ForeignMemory.At(memory)" : !Options.IsInline ? "FirstByte" : spec.Element is null ? "_memory" : "global::Allocators.HeapMemory." + ofValues;

    private static string Number(int value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What holds state and lock, if they are not fields of the heap itself.</summary>
    private string Owner => Options.Place.IsInStaticField ? "_heap." : spec.IsStateInMemory ? $"{Books}." : "";
}
