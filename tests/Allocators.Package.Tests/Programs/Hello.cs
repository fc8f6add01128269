using System;
using Allocators;

namespace Consumer;

[ChunkHeap(Chunks = 1024, ChunkSize = 64)]
public static partial class GameMemory
{
}

[ChunkHeap(Chunks = 16, ChunkSize = 64)]
public partial struct LevelHeap
{
}

[NullHeap]
public partial struct NoMemory
{
}

public static class Program
{
    public static void Main()
    {
        LevelHeap level = default;
        Block block = level.Alloc(100);
        level[block].Fill(7);
        Console.WriteLine(level.ToString());

        nint address = GameMemory.AllocAddress(1000, 16);
        Console.WriteLine(address % 16);
        Console.WriteLine(GameMemory.GetStatistics());
        GameMemory.FreeAddress(address);

        Console.WriteLine(default(NoMemory).TryAlloc(1, out _));
    }
}
