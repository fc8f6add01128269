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
        string program = typeof(WorkerProgram).Assembly.Location;
        ProcessStartInfo start = new(Host, [program, .. arguments]);

        // It is to start fast, and seldom lives long.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    public int ProcessId => _process.Id;

    /// <summary>The program that runs .NET programs: the one that runs the tests, if that was not built into them.</summary>
    private static string Host => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

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
