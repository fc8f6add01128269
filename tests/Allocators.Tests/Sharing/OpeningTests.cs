using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace Allocators.Tests.Sharing;

/// <summary>Several processes that open a new file at the same time.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Processes_that_open_the_same_zeros_at_once_have_one_heap()
    {
        using CrowdedFile file = new(_path);
        Worker[] workers = [.. Enumerable.Range(0, CrowdedFile.Workers).Select(worker => Worker.Open(_path, worker))];
        try
        {
            foreach (Worker worker in workers) worker.WaitForEnd();
        }
        finally
        {
            foreach (Worker worker in workers) worker.Dispose();
        }

        for (int heap = 0; heap < CrowdedFile.Heaps; heap++)
        {
            file.Open(heap, out SharedSpoon4KiB spoon, out SharedPool pool, out PointerInMemoryLockFreeByteList65 list);
            ExpectABlockOfEach(ref spoon, spoon.TryGetNext);
            ExpectABlockOfEach(ref pool, pool.TryGetNext);
            ExpectABlockOfEach(ref list, list.TryGetNext);
            spoon.Verify();
            pool.Verify();
        }
    }

    public void Dispose()
    {
        File.Delete(_path);
        for (int worker = 0; worker < CrowdedFile.Workers; worker++) File.Delete(WorkerProgram.ComplaintOf(_path, worker));
    }

    private static void ExpectABlockOfEach<THeap>(ref THeap heap, Next next)
        where THeap : struct, IHeap
    {
        List<byte> owners = [];
        for (Block block = default; next(block, out block);) owners.Add(heap[block][0]);
        Assert.Equal(Enumerable.Range(0, CrowdedFile.Workers).Select(static worker => (byte)worker), owners.Order());
    }

    private delegate bool Next(Block after, out Block next);
}
