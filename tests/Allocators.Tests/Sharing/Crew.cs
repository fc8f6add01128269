using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Allocators.Tests.Sharing;

/// <summary>Worker processes on the heaps of one file.</summary>
internal sealed class Crew : IDisposable
{
    private readonly Worker?[] _workers = new Worker?[SharedFile.Workers];
    private readonly string _path = Path.GetTempFileName();
    private readonly Random _random;

    public Crew(Random random)
    {
        _random = random;
        Shared = new SharedFile(_path);
    }

    public SharedFile Shared { get; }

    /// <summary>The numbers of those that live.</summary>
    public IEnumerable<int> Living => Enumerable.Range(0, _workers.Length).Where(worker => _workers[worker] is not null);

    /// <summary>Starts those that are missing, and lets all work at the same time.</summary>
    public void Work()
    {
        for (int worker = 0; worker < _workers.Length; worker++)
        {
            if (_workers[worker] is not null) continue;

            Shared.Clear(worker);
            _workers[worker] = Worker.Churn(_path, worker, _random.Next());
        }

        foreach (int worker in Living) WaitForOperations(worker, 1);
        Shared.Command = Command.Work;
    }

    /// <summary>Waits until a worker has done so much.</summary>
    public void WaitForOperations(int worker, long operations) => Wait(worker, () => Volatile.Read(ref Shared.Operations(worker)) >= operations);

    /// <summary>Waits for what a worker is to do.</summary>
    public void Wait(int worker, Func<bool> isDone) => _workers[worker]!.Wait(isDone);

    /// <summary>Kills a worker in whatever it does.</summary>
    /// <returns>The id that its process had.</returns>
    public int Kill(int worker)
    {
        using Worker victim = _workers[worker]!;
        _workers[worker] = null;
        victim.Kill();
        return victim.ProcessId;
    }

    /// <summary>Has all workers check and free their blocks, and end.</summary>
    public void Stop()
    {
        Shared.Command = Command.Stop;
        foreach (int worker in Living.ToArray())
        {
            _workers[worker]!.WaitForEnd();
            _workers[worker]!.Dispose();
            _workers[worker] = null;
        }

        Shared.Command = Command.Pause;
    }

    public void Dispose()
    {
        foreach (Worker? worker in _workers) worker?.Dispose();
        Shared.Dispose();
        File.Delete(_path);
        for (int worker = 0; worker < _workers.Length; worker++) File.Delete(WorkerProgram.ComplaintOf(_path, worker));
    }
}
