using Allocators.Generator.Kinds.NullHeap;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

public class NullHeapSpecTests
{
    private static readonly NullHeapSpec Spec = new(SpecFactory.InlineOptions);

    [Fact]
    public void HasNothing()
    {
        Assert.Equal(0, Spec.Capacity);
        Assert.Equal(0, Spec.MaxAllocation);
        Assert.Equal(0, Spec.OverheadBytes);
        Assert.Equal(0, Spec.TotalBytes);
    }

    [Fact]
    public void AcceptsEveryAlignmentThatSomeHeapAccepts() => Assert.Equal(4096, Spec.MaxAlignment);
}
