using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>What is said of a copy can be followed.</summary>
public class CopyMessageTests
{
    [Theory]
    [InlineData("Pocket[] heaps", "write 'foreach (ref Pocket heap in heaps.AsSpan())'")]
    [InlineData("List<Pocket> heaps", "write 'foreach (ref Pocket heap in CollectionsMarshal.AsSpan(heaps))'")]
    [InlineData("Span<Pocket> heaps", "write 'foreach (ref Pocket heap in heaps)'")]
    [InlineData("IEnumerable<Pocket> heaps", "keep heaps in an array, or each in a class of yours")]
    public async Task MessageOfALoopSaysWhatToWrite(string heaps, string advice) => Assert.Equal(
        $"Each 'heap' is a copy of the 'Pocket' it stands for; {advice}",
        await Marks.MessageOfAsync($$"""class C { void M({{heaps}}) { foreach (var heap in heaps) { } } }"""));

    [Theory]
    [InlineData("class C { Pocket _heap; Pocket Get() => _heap; }", "return 'ref _heap'")]
    [InlineData("class C { Pocket[] _heaps; Pocket this[int i] => _heaps[i]; }", "return 'ref _heaps[i]'")]
    [InlineData("class C { Pocket _heap; Func<Pocket> Get() => () => _heap; }", "let whoever needs the heap take it by 'ref'")]
    [InlineData("class C { Pocket _heap; IEnumerable<Pocket> All() { yield return _heap; } }", "let whoever needs the heap take it by 'ref'")]
    [InlineData("struct S { Pocket _heap; Pocket Get() => _heap; }", "let whoever needs the heap take it by 'ref'")]
    public async Task MessageOfAReturnSaysWhatToWrite(string file, string advice) => Assert.Equal(
        $"This returns a copy of 'Pocket', and what is taken from the copy is unknown to the heap; {advice}", await Marks.MessageOfAsync(file));

    [Theory]
    [InlineData("class C { void M(in Level level) => level.Heap.Alloc(1); }", "'level.Heap'", "make the parameter 'ref'")]
    [InlineData("struct S { Pocket _heap; readonly void M() => _heap.Alloc(1); }", "'_heap'", "the method around it cannot be 'readonly'")]
    public async Task MessageOfAHiddenCopySaysWhatToChange(string file, string heap, string advice) => Assert.Equal(
        $"'Alloc' changes the heap or lets it be changed, but {heap} is read-only here, so that it is called on a copy; {advice}", await Marks.MessageOfAsync(file));
}
