using System;
using Allocators.Benchmarks.Budgets;
using Allocators.Benchmarks.Charts;
using Allocators.Benchmarks.Suites;
using Allocators.Traces;
using BenchmarkDotNet.Running;

// --budgets: the budget table. --charts DIRECTORY [REPLAY.json]: the charts. --picture TRACE PNG: a heap that serves a trace. All else is for BenchmarkDotNet.
switch (args)
{
    case ["--budgets"]:
        BudgetTable.Print();
        return 0;
    case ["--charts", string directory]:
        return ChartSet.Draw(directory, null);
    case ["--charts", string directory, string replay]:
        return ChartSet.Draw(directory, replay);
    case ["--picture", string trace, string picture]:
        new HeapPicture(TraceFile.Read(trace)).Draw().Save(picture);
        return 0;
    case ["--budgets" or "--charts" or "--picture", ..]:
        Console.Error.WriteLine("Either --budgets, or --charts DIRECTORY [REPLAY.json], or --picture TRACE PNG, or what BenchmarkDotNet takes.");
        return 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PingPongSuite).Assembly).Run(args, new SuiteConfig());
        return 0;
}
