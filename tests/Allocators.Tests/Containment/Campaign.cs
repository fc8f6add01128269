using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace Allocators.Tests.Containment;

/// <summary>Attacks in processes of their own, one a seed, until there were so many operations.</summary>
/// <param name="operations">How many there are to be.</param>
/// <param name="seed">The first seed; each process takes the next.</param>
/// <param name="mostFailures">After so many it ends before its time.</param>
/// <param name="log">Takes failures as they come, and how far it is.</param>
/// <param name="names">The heaps; none for all.</param>
internal sealed class Campaign(long operations, int seed, int mostFailures, TextWriter? log = null, params string[] names)
{
    private static readonly TimeSpan TimeBetweenLooks = TimeSpan.FromMilliseconds(50), TimeBetweenReports = TimeSpan.FromSeconds(10);

    /// <summary>No operation takes so long, of the processor or in waiting.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(5), MostTime = TimeSpan.FromMinutes(2);

    private const int LinesOfComplaint = 8;

    private readonly IReadOnlyList<Suspect> _suspects = ContainmentProgram.SuspectsOf(names);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _operations;
    private long _reported = Stopwatch.GetTimestamp();
    private int _seed = seed;

    /// <summary>What was done, by the count of those that did it.</summary>
    public long Operations => Volatile.Read(ref _operations);

    public IReadOnlyCollection<string> Failures => _failures;

    private bool IsOver => Operations >= operations || _failures.Count >= mostFailures;

    public void Run()
    {
        Thread[] threads = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
    }

    private void Work()
    {
        while (!IsOver) Attack(Interlocked.Increment(ref _seed) - 1);
    }

    /// <summary>Has all heaps attacked under one seed. After a failure another process goes on with the next heap.</summary>
    private void Attack(int seed)
    {
        for (int next = 0; next < _suspects.Count && _failures.Count < mostFailures; next++)
        {
            string file = Path.GetTempFileName();
            try
            {
                using Progress progress = new(file);
                progress.Suspect = next;
                string? symptom = Watch(progress, ContainmentProgram.Name, ContainmentProgram.Attack, file, Text(seed), Text(next), names);
                if (symptom is null) return;

                next = (int)progress.Suspect;
                Fail(_suspects[next].Name, (int)progress.Seed, progress.Operation, symptom);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Fail(string heap, int round, long operation, string symptom)
    {
        string failure = $"{heap}, {Mix.Of(round)}, operation {operation}: {symptom}\n  tests/containment replay '{heap}' {round}";
        _failures.Enqueue(failure);
        log?.WriteLine(failure);
    }

    /// <summary>Runs a process until it ends, or for too long without beginning another operation.</summary>
    /// <returns>What went wrong, or null.</returns>
    private string? Watch(Progress progress, string program, string command, string file, string seed, string first, string[] heaps)
    {
        ProcessStartInfo start = Sharing.WorkerProgram.Invocation([program, command, file, seed, first, .. heaps]);
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        List<string> complaint = [];
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text) complaint.Add(text);
        };
        process.BeginErrorReadLine();

        long counted = 0, since = Stopwatch.GetTimestamp();
        TimeSpan worked = default;
        while (!process.WaitForExit(TimeBetweenLooks))
        {
            long done = Volatile.Read(ref progress.Operations);
            TimeSpan work = WorkOf(process);
            if (done != counted)
            {
                Report(done - counted);
                (counted, since, worked) = (done, Stopwatch.GetTimestamp(), work);
            }
            else if (work - worked > MostWork || Stopwatch.GetElapsedTime(since) > MostTime)
            {
                process.Kill();
                process.WaitForExit();
                return $"does not end: killed after {(work - worked).TotalSeconds:N0} s of work";
            }
        }

        process.WaitForExit(); // Also for the end of what it had to say.
        Report(progress.Operations - counted);
        return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}\n    {string.Join("\n    ", complaint.Take(LinesOfComplaint))}";
    }

    private static TimeSpan WorkOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return default;
        }
    }

    private void Report(long done)
    {
        long sum = Interlocked.Add(ref _operations, done), reported = Volatile.Read(ref _reported);
        if (log is null || Stopwatch.GetElapsedTime(reported) < TimeBetweenReports) return;
        if (Interlocked.CompareExchange(ref _reported, Stopwatch.GetTimestamp(), reported) != reported) return;

        log.WriteLine($"{Stopwatch.GetElapsedTime(_start):h\\:mm\\:ss}  {sum:N0} operations, {_failures.Count} failures");
    }
}
