using System;
using System.Threading;

namespace Allocators.Tests.Sharing;

/// <summary>The file that worker processes share with a test: a page of numbers, and behind it a region for each heap.</summary>
internal sealed unsafe class SharedFile(string path) : IDisposable
{
    public const int Heaps = 3;
    public const int Workers = 3;

    private const int PageBytes = 4096;
    private const int RegionBytes = (1 << 20) + (1 << 17);
    private const int NumbersInLine = 16;

    private readonly Mapping _mapping = new(path, PageBytes + ((long)Heaps * RegionBytes));

    /// <summary>What all workers are to do.</summary>
    public Command Command
    {
        get => (Command)Volatile.Read(ref Number(0, 0));
        set => Volatile.Write(ref Number(0, 0), (long)value);
    }

    /// <summary>The first heap, as the caller sees it.</summary>
    public SharedSpoon Spoon => new(Region(0), RegionBytes);

    public SharedDeferredSpoon DeferredSpoon => new(Region(1), RegionBytes);

    public SharedChunks Chunks => new(Region(2), RegionBytes);

    /// <summary>How often a heap was brought back after a process had died in it.</summary>
    public ref long Returns(int heap) => ref Number(1 + heap, 0);

    /// <summary>How often a heap lost all blocks in that.</summary>
    public ref long Resets(int heap) => ref Number(1 + heap, 1);

    /// <summary>What a worker has done so far; more than 0 when it is ready.</summary>
    public ref long Operations(int worker) => ref Number(Line(worker), 0);

    /// <summary>How often a worker was told that a heap is abandoned.</summary>
    public ref long Noticed(int worker, int heap) => ref Number(Line(worker), 1 + heap);

    /// <summary>The blocks that a worker has of a heap.</summary>
    public ref long Blocks(int worker, int heap) => ref Number(Line(worker), 1 + Heaps + heap);

    /// <summary>Empties the line of a worker, for the next one.</summary>
    public void Clear(int worker) => new Span<long>((long*)_mapping.Address + (Line(worker) * NumbersInLine), NumbersInLine).Clear();

    public void Dispose() => _mapping.Dispose();

    private static int Line(int worker) => 1 + Heaps + worker;

    private nint Region(int heap) => _mapping.Address + PageBytes + ((nint)heap * RegionBytes);

    /// <summary>A number of the page, whose lines are apart so that processes do not wait for each other's.</summary>
    private ref long Number(int line, int index) => ref ((long*)_mapping.Address)[(line * NumbersInLine) + index];
}

/// <summary>What the workers are to do.</summary>
internal enum Command
{
    Pause,
    Work,
    Stop,
}
