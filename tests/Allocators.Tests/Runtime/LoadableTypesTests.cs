using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>Frameworks look through all types of the assemblies that a program refers to.</summary>
public sealed class LoadableTypesTests
{
    [Fact]
    public void Of_the_library_all_types_can_be_looked_at() => Assert.Contains(typeof(Block), typeof(Block).Assembly.GetTypes());

    [Fact]
    public void And_their_fields() =>
        Assert.All(typeof(Block).Assembly.GetTypes().Where(static type => type.Name.StartsWith("Times", System.StringComparison.Ordinal)), static type => Assert.Equal(2, type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic).Length));
}
