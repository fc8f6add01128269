using System.Globalization;
using Allocators.Generator.Text;
using Xunit;

namespace Allocators.Generator.Tests.Text;

public class CodeTemplateTests
{
    private const string Nothing = "";

    [Fact]
    public void HoleTakesItsValue() => Assert.Equal("int Count = 16;", Text($"int {"Count"} = {16};"));

    [Fact]
    public void CharacterIsNoNumber() => Assert.Equal("b = 'b'", Text($"{'b'} = '{"b"[0]}'"));

    [Fact]
    public void LineOfAnEmptyHoleIsDropped() => Assert.Equal("first\nlast", Text($"""
        first
        {Nothing}
        last
        """));

    [Fact]
    public void LineOfSeveralEmptyHolesIsDropped() => Assert.Equal("first\nlast", Text($"""
        first
            {Nothing} {Nothing}
        last
        """));

    [Fact]
    public void LineWithOtherTextStays() => Assert.Equal("static void M()\nlast", Text($"""
        static {Nothing}void M()
        last
        """));

    [Fact]
    public void EmptyLineStays() => Assert.Equal("first\n\nlast", Text($"""
        first

        {Nothing}
        last
        """));

    [Fact]
    public void AllEmptyIsNothing() => Assert.Equal("", Text($"{Nothing}"));

    [Fact]
    public void EveryLineOfAValueIsIndentedLikeTheHole() => Assert.Equal("{\n    first;\n    last;\n}", Text($$"""
        {
            {{"first;\nlast;"}}
        }
        """));

    [Fact]
    public void ValueBehindTextIsIndentedLikeItsLine() => Assert.Equal("  return a\n  + b;", Text($"  return {"a\n+ b"};"));

    [Fact]
    public void TemplateFitsIntoAHole()
    {
        CodeTemplate inner = $"""
            one;
            {Nothing}
            two;
            """;

        Assert.Equal("  one;\n  two;", Text($"  {inner}"));
    }

    [Fact]
    public void NumbersAreInvariant()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "minus ";
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("-1 and 1,048,576", Text($"{-1} and {1048576:N0}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Text(CodeTemplate template) => template.ToString();
}
