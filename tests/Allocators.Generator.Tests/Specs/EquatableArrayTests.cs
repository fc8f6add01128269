using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

public class EquatableArrayTests
{
    [Fact]
    public void EqualElementsAreEqualArrays()
    {
        EquatableArray<string> one = new(["a", "b"]), other = new(["a", "b"]);

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void OrderAndLengthCount()
    {
        EquatableArray<string> one = new(["a", "b"]);

        Assert.False(one.Equals(new EquatableArray<string>(["b", "a"])));
        Assert.False(one.Equals(new EquatableArray<string>(["a"])));
        Assert.False(one.Equals((object)"a"));
    }

    [Fact]
    public void DefaultIsEmpty()
    {
        EquatableArray<int> none = default;

        Assert.Empty(none);
        Assert.True(none.Equals(new EquatableArray<int>([])));
        Assert.Equal(none.GetHashCode(), new EquatableArray<int>([]).GetHashCode());
    }
}
