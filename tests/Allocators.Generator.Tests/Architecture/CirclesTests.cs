using System.Linq;
using Xunit;

namespace Allocators.Generator.Tests.Architecture;

public sealed class CirclesTests
{
    [Theory]
    [InlineData("", new[] { "1", "2", "3", "4" })]
    [InlineData("12 23 34", new[] { "1", "2", "3", "4" })]
    [InlineData("12 21 23 34", new[] { "12", "3", "4" })]
    [InlineData("12 21 34 43 23", new[] { "12", "34" })]
    [InlineData("12 23 34 41 11", new[] { "1234" })]
    public void AreWhatReachesEachOther(string edges, string[] expected)
    {
        char[] nodes = ['1', '2', '3', '4'];

        var circles = Circles.Among(nodes, from => edges.Split(' ').Where(edge => edge.Length > 0 && edge[0] == from).Select(edge => edge[1]));

        Assert.Equal(expected, circles.Select(circle => string.Concat(circle.Order())).Order());
    }
}
