using System.Linq;
using Allocators.Generator.Text;
using Xunit;

namespace Allocators.Generator.Tests.Text;

public sealed class LineBreakerTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("long", 20));

    [Theory]
    [InlineData("    int A(int x) => LONG + LONG;", "    int A(int x) =>\n        LONG\n        + LONG;")]
    [InlineData("if (LONG) return LONG;", "if (LONG)\n    return LONG;")]
    [InlineData("bool found = LONG && LONG;", "bool found = LONG\n    && LONG;")]
    [InlineData("int size = f(LONG) ? LONG : 0;", "int size = f(LONG)\n    ? LONG : 0;")]
    [InlineData("Call(LONG, LONG);", "Call(LONG,\n    LONG);")]
    [InlineData("/// LONG LONG LONG", "/// LONG\n/// LONG\n/// LONG")]
    [InlineData("    // LONG LONG", "    // LONG\n    // LONG")]
    [InlineData("return \"LONG && LONG\";", "return \"LONG && LONG\";")]
    [InlineData("f(\"\\\" LONG\", LONG);", "f(\"\\\" LONG\",\n    LONG);")]
    [InlineData("/// <code>\n/// LONG LONG\n/// </code>", "/// <code>\n/// LONG LONG\n/// </code>")]
    [InlineData("#pragma warning disable LONG, LONG", "#pragma warning disable LONG, LONG")]
    [InlineData("Call(LONG); // LONG, LONG", "Call(LONG); // LONG, LONG")]
    [InlineData("Call(LONG, LONG); // LONG, LONG", "Call(LONG,\n    LONG); // LONG, LONG")]
    [InlineData("short && short;\n", "short && short;\n")]
    public void BreaksWhereAPersonWould(string line, string expected) =>
        Assert.Equal(expected.Replace("LONG", Long, System.StringComparison.Ordinal), LineBreaker.Break(line.Replace("LONG", Long, System.StringComparison.Ordinal)));
}
