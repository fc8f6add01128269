using Allocators.Generator.Text;
using Xunit;

namespace Allocators.Generator.Tests.Text;

public class CodeWriterTests
{
    [Fact]
    public void BracesIndent()
    {
        CodeWriter writer = new();
        writer.Write("struct A");
        writer.Open();
        writer.Write("struct B");
        writer.Open();
        writer.Write("int _b;\nint _c;");
        writer.Close();
        writer.Close();

        Assert.Equal(
            """
            struct A
            {
                struct B
                {
                    int _b;
                    int _c;
                }
            }

            """,
            writer.ToString());
    }

    [Fact]
    public void EmptyLinesCarryNoSpaces()
    {
        CodeWriter writer = new();
        writer.Open();
        writer.Write("first\n\nlast");
        writer.Close();

        Assert.Equal("{\n    first\n\n    last\n}\n", writer.ToString());
    }

    [Fact]
    public void NextMemberIsSetApart()
    {
        CodeWriter writer = new();
        writer.Write("first");
        writer.WriteNext($"next");

        Assert.Equal("first\n\nnext\n", writer.ToString());
    }
}
