using System;
using System.Linq;
using Xunit;

namespace Allocators.Tests.Packing;

/// <summary>A teaspoon holds as many objects as the original of the same arena, and mostly more.</summary>
public sealed partial class TeaspoonPackingTests
{
    private const int AllCells = 312;
    private const int ExceededCells = 139;

    public static TheoryData<string, int, int, int> Cells
    {
        get
        {
            TheoryData<string, int, int, int> cells = new();
            foreach (PackingCell cell in PackingTable.Cells) cells.Add(cell.Arena, cell.Size, cell.Alignment, cell.Objects);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void As_many_objects_fit_as_into_the_original(string arena, int size, int alignment, int original) =>
        Assert.InRange(CountThatFit(arena, size, alignment), original, int.MaxValue);

    [Fact]
    public void More_objects_fit_in_at_least_139_of_312_cells()
    {
        Assert.Equal(AllCells, PackingTable.Cells.Count);
        Assert.InRange(PackingTable.Cells.Count(cell => CountThatFit(cell.Arena, cell.Size, cell.Alignment) > cell.Objects), ExceededCells, AllCells);
    }

    [Theory]
    [InlineData(Of1024.Capacity, Of1024.OverheadBytes)]
    [InlineData(Of8192.Capacity, Of8192.OverheadBytes)]
    [InlineData(Of128KiB.Capacity, Of128KiB.OverheadBytes)]
    [InlineData(Of16MiB.Capacity, Of16MiB.OverheadBytes)]
    [InlineData(Pointer1GiB.MaxCapacity, Pointer1GiB.OverheadBytes)]
    public void Outside_the_arena_is_next_to_nothing(int arena, int overhead) => Assert.InRange(overhead, 0, Math.Max(64, arena * 0.005));

    private static int CountThatFit(string arena, int size, int alignment) => arena switch
    {
        "4KiB in 1024" => Fill(default(Of1024), size, alignment),
        "4KiB in 8192" => Fill(default(Of8192), size, alignment),
        "128KiB in 131072" => Fill(default(Of128KiB.Allocator), size, alignment),
        "16MiB in 16777216" => Fill(default(Of16MiB.Allocator), size, alignment),
        _ => throw new ArgumentOutOfRangeException(nameof(arena), arena, "There is no such column."),
    };

    private static int Fill<THeap>(THeap heap, int size, int alignment)
        where THeap : struct, IHeap
    {
        int count = 0;
        heap.Reset();
        while (heap.TryAlloc(size, alignment, out _)) count++;
        return count;
    }

    [Teaspoon(Variant = "4KiB", Bytes = 1024)]
    private partial struct Of1024;

    [Teaspoon(Variant = "4KiB")]
    private partial struct Of8192;

    [Teaspoon(Variant = "128KiB", Synchronization = Synchronization.None)]
    private static partial class Of128KiB;

    [Teaspoon(Synchronization = Synchronization.None)]
    private static partial class Of16MiB;
}
