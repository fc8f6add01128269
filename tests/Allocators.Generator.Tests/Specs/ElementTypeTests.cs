using Allocators.Generator.Declarations;
using Allocators.Generator.Model;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

/// <summary>The size that a value has at least: a link is written into that many bytes.</summary>
public class ElementTypeTests
{
    [Theory]
    [InlineData("public byte A, B;", 1)]
    [InlineData("public byte A; public short B;", 2)]
    [InlineData("public int A; public byte B;", 4)]
    [InlineData("public double A;", 8)]
    [InlineData("public System.DayOfWeek A;", 4)]
    [InlineData("public Inner A;", 4)]
    [InlineData("public static long A; public const long B = 1;", 1)]
    public void FieldsInSourceAreCertain(string fields, int bytes) => Assert.Equal(bytes, MinBytesOf(fields));

    /// <summary>The assembly that is compiled against says that these have an int.</summary>
    [Theory]
    [InlineData("public System.Half A;")]
    [InlineData("public System.Guid A;")]
    public void FieldsOfTheFrameworkAreNot(string fields) => Assert.Equal(1, MinBytesOf(fields));

    /// <summary>To the compiler a fixed buffer has the type of a pointer.</summary>
    [Theory]
    [InlineData("public unsafe fixed byte A[1];", 1)]
    [InlineData("public unsafe fixed byte A[3];", 1)]
    [InlineData("public unsafe fixed long A[1];", 8)]
    public void FixedBuffersAreTheirElements(string fields, int bytes) => Assert.Equal(bytes, MinBytesOf(fields));

    private static int MinBytesOf(string fields)
    {
        CSharpCompilation compilation = ProjectSettings.Default.Compile($"public struct Value {{ {fields} }} public struct Inner {{ public int A; }}");
        return ElementTypes.Of(compilation.GetTypeByMetadataName("Value")!).MinBytes;
    }
}
