using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Allocators.Tests.Sharing;

/// <summary>A process that runs <see cref="WorkerProgram"/>.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>Nothing here takes so long, unless it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private readonly string _complaint;

    private Worker(string complaint, params string[] arguments)
    {
        _complaint = complaint;
        _process = Process.Start(WorkerProgram.Invocation(arguments))!;
    }

    public int ProcessId => _process.Id;

    private string Complaint => File.Exists(_complaint) ? File.ReadAllText(_complaint) : "";

    /// <summary>Starts to allocate and free as the file commands.</summary>
    public static Worker Churn(string path, int worker, int seed) =>
        new(WorkerProgram.ComplaintOf(path, worker), WorkerProgram.Churn, path, worker.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Closes the lock at the start of a file, and never opens it.</summary>
    public static Worker Hold(string path) => new("", WorkerProgram.Hold, path);

    /// <summary>Opens the heaps of a file, each at the same time as others do.</summary>
    public static Worker Open(string path, int worker) =>
        new(WorkerProgram.ComplaintOf(path, worker), WorkerProgram.Open, path, worker.ToString(CultureInfo.InvariantCulture));

    /// <summary>Waits for what another process is to do.</summary>
    public void Wait(Func<bool> isDone)
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait pause = default;
        while (!isDone())
        {
            Expect.That(!_process.HasExited, $"Process {ProcessId} ended by itself: {Complaint}");
            Expect.That(Stopwatch.GetElapsedTime(start) < Patience, $"Process {ProcessId} hangs");
            pause.SpinOnce();
        }
    }

    /// <summary>Kills it at once, and waits until it is dead.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself and is content.</summary>
    public void WaitForEnd()
    {
        Expect.That(_process.WaitForExit(Patience), $"Process {ProcessId} does not end");
        Expect.That(_process.ExitCode == 0, $"Process {ProcessId} ended with {_process.ExitCode}: {Complaint}");
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
