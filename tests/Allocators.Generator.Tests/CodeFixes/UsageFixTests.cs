using System.Threading.Tasks;
using Allocators.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

/// <summary>What copies a heap is changed into what refers to it, where there is one way to do so.</summary>
public class UsageFixTests
{
    [Theory]
    [InlineData("private readonly Pocket _heap;", "private Pocket _heap;")]
    [InlineData("readonly Pocket _heap, _other;", "Pocket _heap, _other;")]
    [InlineData("static readonly Level _heap;", "static Level _heap;")]
    [InlineData("// Mine.\n    readonly /* so */ Pocket _heap;", "// Mine.\n    /* so */ Pocket _heap;")]
    public Task FieldIsNoLongerReadOnly(string before, string after) =>
        UsageFixTest<RemoveReadOnlyFix>.RunAsync($"class C {{ {before} }}", "Remove 'readonly' from '_heap'", $"class C {{ {after} }}");

    [Fact]
    public Task FieldsOfAReadOnlyStructStay() => UsageFixTest<RemoveReadOnlyFix>.ExpectNoOfferAsync("readonly struct S { readonly Pocket _heap; }");

    [Theory]
    [InlineData("Pocket heap = _heap;", "ref Pocket heap = ref _heap;")]
    [InlineData("var heap = _heaps[i + 1];", "ref var heap = ref _heaps[i + 1];")]
    [InlineData("var heap = given.Heap;", "ref var heap = ref given.Heap;")]
    [InlineData("var heap = CollectionsMarshal.AsSpan(list)[0];", "ref var heap = ref CollectionsMarshal.AsSpan(list)[0];")]
    [InlineData("/* a */ var heap /* b */ = /* c */ _heap /* d */;", "/* a */ ref var heap /* b */ = /* c */ ref _heap /* d */;")]
    [InlineData("Pocket local = default; Pocket heap = local;", "Pocket local = default; ref Pocket heap = ref local;")]
    public Task LocalBecomesAReference(string before, string after) => UsageFixTest<RefLocalFix>.RunAsync(InMethod(before + " heap.Alloc(1);"), "Make 'heap' a reference", InMethod(after + " heap.Alloc(1);"));

    [Fact]
    public Task AllLocalsBecomeReferences() => UsageFixTest<RefLocalFix>.RunAsync(
        InMethod("var one = _heap; Pocket two = one; { var three = two; }"),
        "Make 'one' a reference",
        InMethod("ref var one = ref _heap; ref Pocket two = ref one; { ref var three = ref two; }"));

    [Theory]
    [InlineData("Pocket heap = i > 0 ? _heap : _heaps[0];")]
    [InlineData("Pocket heap = default, other = _heap;")]
    [InlineData("Pocket heap = _heap; heap = default;")]
    [InlineData("Pocket heap = _heap; Action call = () => heap.Alloc(1);")]
    [InlineData("Action call = async () => { Pocket heap = _heap; await System.Threading.Tasks.Task.Yield(); };")]
    [InlineData("ref readonly Pocket view = ref _heap; Pocket heap = view;")]
    [InlineData("Pocket heap = default; heap = _heap;")]
    [InlineData("Pocket[] array = { _heap };")]
    public Task LocalThatCannotReferStays(string statements) => UsageFixTest<RefLocalFix>.ExpectNoOfferAsync(InMethod(statements));

    [Fact]
    public Task LocalOfAReadOnlyMethodStays() => UsageFixTest<RefLocalFix>.ExpectNoOfferAsync(
        "struct S { Pocket _heap; readonly void M() { Pocket heap = _heap; } }");

    [Theory]
    [InlineData("static void Take(Pocket heap) { }", "Take(_heap);", "static void Take(ref Pocket heap) { }", "Take(ref _heap);")]
    [InlineData("static void Take(int a, Pocket heap) { }", "Take(heap: _heap, a: 2);", "static void Take(int a, ref Pocket heap) { }", "Take(heap: ref _heap, a: 2);")]
    [InlineData("static int Take(Pocket heap) => heap.UsedBytes;", "Take(_heap); Take(_heap); Take(_heaps[Take(_heap)]);", "static int Take(ref Pocket heap) => heap.UsedBytes;", "Take(ref _heap); Take(ref _heap); Take(ref _heaps[Take(ref _heap)]);")]
    [InlineData("void Take<T>(T other, Pocket heap) { }", "this.Take(1, _heap);", "void Take<T>(T other, ref Pocket heap) { }", "this.Take(1, ref _heap);")]
    [InlineData("void Take(Level heap) { }", "Take(given);", "void Take(ref Level heap) { }", "Take(ref given);")]
    public Task ParameterAndArgumentsBecomeRef(string member, string call, string memberAfter, string callAfter) =>
        UsageFixTest<RefParameterFix>.RunAsync(InMethod(call, member), "Make 'heap' of 'Take' a 'ref' parameter", InMethod(callAfter, memberAfter));

    [Fact]
    public Task ParametersOfLocalFunctionsBecomeRef() => UsageFixTest<RefParameterFix>.RunAsync(
        InMethod("void Take(Pocket heap) { } Take(_heap);"), "Make 'heap' of 'Take' a 'ref' parameter", InMethod("void Take(ref Pocket heap) { } Take(ref _heap);"));

    [Fact]
    public Task ParametersOfConstructorsBecomeRef() => UsageFixTest<RefParameterFix>.RunAsync(
        """
        class D
        {
            static Pocket s_heap;
            protected D(Pocket heap) { }
            D() : this(s_heap) { }
            static D Make(Pocket[] heaps) => new(heaps[0]) { };
            sealed class E : D { E(ref Pocket other) : base(other) { } D Other => new D(s_heap); }
        }
        """,
        "Make 'heap' of 'D' a 'ref' parameter",
        """
        class D
        {
            static Pocket s_heap;
            protected D(ref Pocket heap) { }
            D() : this(ref s_heap) { }
            static D Make(Pocket[] heaps) => new(ref heaps[0]) { };
            sealed class E : D { E(ref Pocket other) : base(ref other) { } D Other => new D(ref s_heap); }
        }
        """);

    [Fact]
    public Task CallsInOtherFilesSayRef() => UsageFixTest<RefParameterFix>.RunAsync(
        ["static class E { public static void Extend(this Pocket heap) { } }", "class One { Pocket _heap; void M() { _heap.Extend(); E.Extend(_heap); } }", "class Two { Pocket _heap; void M() => E.Extend(_heap); }"],
        "Make 'heap' of 'Extend' a 'ref' parameter",
        ["static class E { public static void Extend(this ref Pocket heap) { } }", "class One { Pocket _heap; void M() { _heap.Extend(); E.Extend(ref _heap); } }", "class Two { Pocket _heap; void M() => E.Extend(ref _heap); }"]);

    [Theory]
    [InlineData("static void Take(in Pocket heap) => heap.Alloc(1);", "Take(_heap); Take(in _heap);", "static void Take(ref Pocket heap) => heap.Alloc(1);", "Take(ref _heap); Take(ref _heap);")]
    [InlineData("static void Take(in Level heap) { heap.Heap.Alloc(1); heap.Heap.Reset(); }", "Take(given);", "static void Take(ref Level heap) { heap.Heap.Alloc(1); heap.Heap.Reset(); }", "Take(ref given);")]
    [InlineData("static void Take(ref readonly Pocket heap) => heap.Alloc(1);", "Take(in _heap); Take(ref _heap);", "static void Take(ref Pocket heap) => heap.Alloc(1);", "Take(ref _heap); Take(ref _heap);")]
    public Task ReadOnlyParameterBecomesRef(string member, string call, string memberAfter, string callAfter) =>
        UsageFixTest<RefParameterFix>.RunAsync(InMethod(call, member), "Make 'heap' of 'Take' a 'ref' parameter", InMethod(callAfter, memberAfter));

    [Theory]
    [InlineData("void Take<T>(T heap) { }", "Take(_heap);")]
    [InlineData("protected virtual void Take(Pocket heap) { }", "Take(_heap);")]
    [InlineData("void Take(Pocket heap = default) { }", "Take(_heap);")]
    [InlineData("void Take(Pocket heap) { } void Take(ref Pocket heap) { }", "Take(_heap);")]
    [InlineData("void Take(Pocket heap) { heap = default; }", "Take(_heap);")]
    [InlineData("void Take(Pocket heap) { Action call = () => heap.Reset(); }", "Take(_heap);")]
    [InlineData("async void Take(Pocket heap) { await System.Threading.Tasks.Task.Yield(); }", "Take(_heap);")]
    [InlineData("IEnumerable<int> Take(Pocket heap) { yield return 1; }", "Take(_heap);")]
    [InlineData("", "new List<Pocket>().Add(_heap);")]
    [InlineData("Action<Pocket> _take;", "_take(_heap);")]
    [InlineData("", "Func<Pocket, int> take = heap => heap.UsedBytes; take(_heap);")]
    [InlineData("", "string text = $\"{_heap}\";")]
    public Task ParameterThatOthersHaveASayInStays(string member, string call) => UsageFixTest<RefParameterFix>.ExpectNoOfferAsync(InMethod(call, member));

    [Fact]
    public Task ParametersOfInterfacesStay() => UsageFixTest<RefParameterFix>.ExpectNoOfferAsync(
        """
        interface ITaker { void Take(Pocket heap); }
        class D : ITaker
        {
            Pocket _heap;
            public void Take(Pocket heap) { }
            void M(ITaker taker) { Take(_heap); taker.Take(_heap); }
        }
        """);

    [Theory]
    [InlineData("Pocket Get() => _heap;", "ref Pocket Get() => ref _heap;")]
    [InlineData("public Pocket Get => _heap;", "public ref Pocket Get => ref _heap;")]
    [InlineData("Pocket Get { get { return _heap; } }", "ref Pocket Get { get { return ref _heap; } }")]
    [InlineData("Pocket Get { get => _heap; }", "ref Pocket Get { get => ref _heap; }")]
    [InlineData("Pocket Get(int i) { if (i < 0) return _heap; return _heaps[i]; }", "ref Pocket Get(int i) { if (i < 0) return ref _heap; return ref _heaps[i]; }")]
    [InlineData("static Level Get(ref Level level) => level;", "static ref Level Get(ref Level level) => ref level;")]
    [InlineData("static Pocket Get(ref Level level) => level.Heap;", "static ref Pocket Get(ref Level level) => ref level.Heap;")]
    public Task ResultBecomesAReference(string before, string after) => UsageFixTest<RefReturnFix>.RunAsync(InClass(before), "Return 'Get' by reference", InClass(after));

    [Fact]
    public Task IndexersAndLocalFunctionsReturnReferences() => UsageFixTest<RefReturnFix>.RunAsync(
        InClass("Pocket this[int i] => _heaps[i]; int M() { return Get().UsedBytes; Pocket Get() { return _heap; } }"),
        "Return 'this[]' by reference",
        InClass("ref Pocket this[int i] => ref _heaps[i]; int M() { return Get().UsedBytes; ref Pocket Get() { return ref _heap; } }"));

    [Fact]
    public Task StaticFieldsOfStructsAreReturnedByReference() => UsageFixTest<RefReturnFix>.RunAsync(
        "struct S { static Pocket s_heap; public static Pocket Heap => s_heap; }",
        "Return 'Heap' by reference",
        "struct S { static Pocket s_heap; public static ref Pocket Heap => ref s_heap; }");

    [Theory]
    [InlineData("class D { Pocket _heap; Pocket Heap { get => _heap; set { } } }")]
    [InlineData("class D { Pocket _heap; public virtual Pocket Heap => _heap; }")]
    [InlineData("struct S { Pocket _heap; Pocket Heap => _heap; }")]
    [InlineData("struct S { Level _level; Pocket Heap() => _level.Heap; }")]
    [InlineData("class D { Pocket _heap; Func<Pocket> M() => () => _heap; }")]
    [InlineData("class D { Pocket _heap; IEnumerable<Pocket> M() { yield return _heap; } }")]
    [InlineData("class D { Pocket _heap; async System.Threading.Tasks.Task<Pocket> M() { await System.Threading.Tasks.Task.Yield(); return _heap; } }")]
    [InlineData("class D { Pocket _heap; Pocket M(bool b) { if (b) return default; return _heap; } }")]
    [InlineData("class D { Pocket _heap; Pocket M(bool b) { Pocket made = default; if (b) return made; return _heap; } }")]
    [InlineData("interface IHas { Pocket Heap { get; } } class D : IHas { Pocket _heap; public Pocket Heap => _heap; }")]
    [InlineData("interface IHas { Pocket Heap { get; } } class D : IHas { Pocket _heap; Pocket IHas.Heap => _heap; }")]
    [InlineData("class D { static Pocket M(Pocket[] heaps) { ref Pocket heap = ref heaps[0]; return heap; } }")]
    public Task ResultThatCannotReferStays(string file) => UsageFixTest<RefReturnFix>.ExpectNoOfferAsync(file);

    [Theory]
    [InlineData("foreach (Pocket heap in _heaps) heap.Alloc(1);", "foreach (ref Pocket heap in _heaps.AsSpan()) heap.Alloc(1);")]
    [InlineData("foreach (var heap in (Pocket[])_heaps) { }", "foreach (ref var heap in MemoryExtensions.AsSpan((Pocket[])_heaps)) { }")]
    [InlineData("foreach (var heap in list) heap.Alloc(1);", "foreach (ref var heap in CollectionsMarshal.AsSpan(list)) heap.Alloc(1);")]
    [InlineData("foreach (var heap in _heaps.AsSpan(1)) { }", "foreach (ref var heap in _heaps.AsSpan(1)) { }")]
    [InlineData("foreach (var one in _heaps) foreach (var two in list) { }", "foreach (ref var one in _heaps.AsSpan()) foreach (ref var two in CollectionsMarshal.AsSpan(list)) { }")]
    public Task HeapsAreEnumeratedByReference(string before, string after) => UsageFixTest<RefEnumerationFix>.RunAsync(
        InMethod(before), $"Enumerate '{before.Split(" in ")[1].Split(") ")[0]}' by reference", InMethod(after));

    [Theory]
    [InlineData("foreach (var heap in _heaps.AsSpan().ToArray().Clone() as IEnumerable<Pocket>) { }")]
    [InlineData("foreach (var heap in list.ToArray()) { }")]
    [InlineData("foreach (var heap in _heaps[1..]) { }")]
    [InlineData("foreach (var heap in list) list.Add(default);")]
    [InlineData("foreach (var heap in new Dictionary<int, Pocket>().Values) { }")]
    [InlineData("foreach (var heap in new ReadOnlySpan<Pocket>(_heaps)) { }")]
    [InlineData("foreach (var heap in new Pocket[1, 2]) { }")]
    [InlineData("foreach (var heap in _heaps) { Action call = () => heap.Alloc(1); }")]
    [InlineData("Action call = async () => { foreach (var heap in _heaps) await System.Threading.Tasks.Task.Yield(); };")]
    public Task WhatGivesNoReferencesIsEnumeratedAsBefore(string statement) => UsageFixTest<RefEnumerationFix>.ExpectNoOfferAsync(InMethod(statement));

    [Theory]
    [InlineData("public Pocket Heap { get; set; }", "public Pocket Heap;")]
    [InlineData("internal static Pocket Heap { get; private set; } = new();", "internal static Pocket Heap = new();")]
    [InlineData("/// <summary>Mine.</summary>\n    protected Pocket Heap\n    {\n        get;\n        set;\n    }\n", "/// <summary>Mine.</summary>\n    protected Pocket Heap;\n")]
    [InlineData("public Pocket Heap { get; } public Level Other { get; init; }", "public Pocket Heap; public Level Other;")]
    public Task PropertyBecomesAField(string before, string after) => UsageFixTest<PropertyToFieldFix>.RunAsync($"class C {{ {before} }}", "Make 'Heap' a field", $"class C {{ {after} }}");

    [Fact]
    public Task PropertyOfAStructBecomesAFieldThatCanChange() => UsageFixTest<PropertyToFieldFix>.RunAsync(
        "struct S { public readonly Pocket Heap { get; } }", "Make 'Heap' a field", "struct S { public Pocket Heap; }");

    [Theory]
    [InlineData("class C { public virtual Pocket Heap { get; set; } }")]
    [InlineData("interface IHas { Pocket Heap { get; } } class C : IHas { public Pocket Heap { get; } }")]
    [InlineData("class C { [Obsolete] public Pocket Heap { get; set; } }")]
    [InlineData("readonly struct S { public Pocket Heap { get; } }")]
    public Task PropertyThatOthersHaveASayInStays(string file) => UsageFixTest<PropertyToFieldFix>.ExpectNoOfferAsync(file);

    [Theory]
    [InlineData("ref readonly Pocket heap = ref _heap; heap.Alloc(1); heap.Reset();", "ref Pocket heap = ref _heap; heap.Alloc(1); heap.Reset();")]
    [InlineData("ref readonly var heap = ref given; heap.Heap.Alloc(1);", "ref var heap = ref given; heap.Heap.Alloc(1);")]
    public Task ReadOnlyReferenceBecomesWritable(string before, string after) => UsageFixTest<WritableLocalFix>.RunAsync(InMethod(before), "Make 'heap' a 'ref' local", InMethod(after));

    [Theory]
    [InlineData("ref readonly Pocket heap = ref View; heap.Alloc(1);")]
    [InlineData("ref readonly Pocket heap = ref _heap; heap = ref View; heap.Alloc(1);")]
    [InlineData("View.Alloc(1);")]
    public Task ReadOnlyReferenceToWhatIsReadOnlyStays(string statements) => UsageFixTest<WritableLocalFix>.ExpectNoOfferAsync(InMethod(statements, "ref readonly Pocket View => ref _heap;"));

    private static string InMethod(string statements, string member = "") => InClass(
        $"""
        {member}
            void M(int i, List<Pocket> list, ref Level given)
            {"{"}
                {statements}
            {"}"}
        """);

    private static string InClass(string members) =>
        $$"""
        class C
        {
            Pocket _heap;
            Pocket[] _heaps = new Pocket[4];
            {{members}}
        }
        """;
}
