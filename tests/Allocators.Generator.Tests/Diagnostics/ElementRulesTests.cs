using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>Of which types the values in a heap can be.</summary>
public class ElementRulesTests
{
    [Theory]
    [InlineData("string", "string")]
    [InlineData("object", "object")]
    [InlineData("int[]", "int[]")]
    [InlineData("int?", "int?")]
    [InlineData("void", "void")]
    [InlineData("void*", "void*")]
    [InlineData("int*", "int*")]
    [InlineData("delegate*<int, void>", "delegate*<int, void>")]
    [InlineData("System.Action", "Action")]
    [InlineData("System.IDisposable", "IDisposable")]
    [InlineData("System.Collections.Generic.List<int>", "List<int>")]
    [InlineData("System.Collections.Generic.List<>", "List<>")]
    [InlineData("System.Collections.Generic.KeyValuePair<,>", "KeyValuePair<,>")]
    [InlineData("System.Collections.Generic.KeyValuePair<int, string>", "KeyValuePair<int, string>")]
    [InlineData("System.Span<byte>", "Span<byte>")]
    [InlineData("Named", "Named")]
    [InlineData("OnTheStack", "OnTheStack")]
    [InlineData("Generic<>", "Generic<>")]
    [InlineData("Generic<Named>", "Generic<Named>")]
    [InlineData("(int, string)", "(int, string)")]
    public async Task TypeIsNotUnmanaged(string type, string shown)
    {
        foreach (string attribute in new[] { $"Slab(typeof({type}), Slots = 8)", $"FreeList(typeof({type}), Blocks = 8)" })
        {
            await Expect.OneAsync(
                "ALLOC0015",
                $"typeof({type})",
                $"'{shown}' cannot be in a heap: only a number, an enum or a struct without references can, and none of them as a nullable type",
                (ProjectSettings.Default with { Unsafe = true }).Compile(
                    $$"""
                    internal struct Named { internal string Name; }
                    internal ref struct OnTheStack { internal int Value; }
                    internal struct Generic<T> { internal T Value; }
                    [Allocators.{{attribute}}] partial struct Heap { }
                    """));
        }
    }

    [Theory]
    [InlineData("int")]
    [InlineData("bool")]
    [InlineData("nint")]
    [InlineData("System.Guid")]
    [InlineData("System.DayOfWeek")]
    [InlineData("Generic<int>")]
    [InlineData("Generic<int?>")]
    [InlineData("Generic<Generic<System.DateTime>>")]
    [InlineData("System.Collections.Generic.KeyValuePair<int, byte>")]
    [InlineData("(int, long)")]
    public Task TypeIsUnmanaged(string type) => Expect.NothingAsync(ProjectSettings.Default.Compile(
        $$"""
        internal struct Generic<T> { internal T Value; internal Generic(T value) { Value = value; } }
        [Allocators.Slab(typeof({{type}}), Slots = 8)] internal partial struct Heap { }
        [Allocators.FreeList(typeof({{type}}), Blocks = 8)] internal partial struct Other { }
        """));

    [Theory]
    [InlineData("Hidden", "public partial struct Heap", "Hidden")]
    [InlineData("Hidden", "internal static partial class Heap", "Hidden")]
    [InlineData("Hidden", "protected partial struct Heap", "Hidden")]
    [InlineData("Box<Hidden>", "public partial struct Heap", "Box<Hidden>")]
    [InlineData("Hidden.Inner", "public partial struct Heap", "Inner")]
    [InlineData("Internal", "public partial struct Heap", "Internal")]
    [InlineData("Internal", "protected partial struct Heap", "Internal")]
    [InlineData("Internal", "protected internal partial struct Heap", "Internal")]
    [InlineData("Guarded", "public partial struct Heap", "Guarded")]
    [InlineData("Guarded", "internal partial struct Heap", "Guarded")]
    [InlineData("Guarded", "protected internal partial struct Heap", "Guarded")]
    public Task TypeIsLessAccessibleThanTheHeap(string type, string heap, string shown) => Expect.OneAsync(
        "ALLOC0016",
        $"typeof({type})",
        $"'{shown}' is less accessible than the heap, whose public members have it in their signatures; make the heap less accessible, or the type more",
        $$"""
        internal struct Internal { internal int Value; }
        public partial class Outer
        {
            private struct Hidden { internal int Value; public struct Inner { } }
            protected struct Guarded { internal int Value; }
            public struct Box<T> { internal T Value; }
            [Allocators.Slab(typeof({{type}}), Slots = 8)] {{heap}} { }
        }
        """);

    [LanguageFact("11")]
    public Task TypeOfOneFileCannotBeNamedInAnother() => Expect.OneAsync(
        "ALLOC0016",
        "typeof(Local)",
        "'Local' is less accessible than the heap, whose public members have it in their signatures; make the heap less accessible, or the type more",
        new ProjectSettings(Framework.Net8, "11").Compile(
            """
            file struct Local { internal int Value; }
            [Allocators.Slab(typeof(Local), Slots = 8)] internal partial struct Heap { }
            """));
}
