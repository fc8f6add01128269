using Allocators.Generator.Model;
using Xunit;

namespace Allocators.Generator.Tests.Specs;

public class PowerOfTwoTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(1 << 30, true)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(-4, false)]
    [InlineData(int.MinValue, false)]
    [InlineData(int.MaxValue, false)]
    public void Is(int value, bool expected) => Assert.Equal(expected, PowerOfTwo.Is(value));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4096, 12)]
    [InlineData(1 << 30, 30)]
    public void Log2(int power, int exponent) => Assert.Equal(exponent, PowerOfTwo.Log2(power));

    [Theory]
    [InlineData(int.MinValue, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(100, 64, 128)]
    [InlineData(128, 128, 128)]
    [InlineData(129, 128, 256)]
    [InlineData((1 << 30) + 1, 1 << 30, 1 << 30)]
    [InlineData(int.MaxValue, 1 << 30, 1 << 30)]
    public void Neighbours(int value, int below, int above)
    {
        Assert.Equal(below, PowerOfTwo.AtMost(value));
        Assert.Equal(above, PowerOfTwo.AtLeast(value));
    }

    [Theory]
    [InlineData(100, 4096, 128)]
    [InlineData(80, 4096, 64)]
    [InlineData(96, 4096, 128)]
    [InlineData(100, 8, 8)]
    [InlineData(-1, 8, 1)]
    [InlineData(0, 8, 1)]
    [InlineData(3, 8, 4)]
    [InlineData(int.MinValue, 8, 1)]
    [InlineData(int.MaxValue, 4096, 4096)]
    public void Nearest(int value, int largest, int expected) => Assert.Equal(expected, PowerOfTwo.Nearest(value, largest));
}
