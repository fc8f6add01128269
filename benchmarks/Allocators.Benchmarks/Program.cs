using System;
using Allocators.Benchmarks.Budgets;
using Allocators.Benchmarks.Charts;
using Allocators.Benchmarks.Suites;
using BenchmarkDotNet.Running;

// --budgets: the budget table. --charts DIRECTORY [REPLAY.json]: the charts. All else is for BenchmarkDotNet.
switch (args)
{
    case ["--budgets"]:
        BudgetTable.Print();
        return 0;
    case ["--charts", string directory]:
        return ChartSet.Draw(directory, null);
    case ["--charts", string directory, string replay]:
        return ChartSet.Draw(directory, replay);
    case ["--budgets" or "--charts", ..]:
        Console.Error.WriteLine("Either --budgets, or --charts DIRECTORY [REPLAY.json], or what BenchmarkDotNet takes.");
        return 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PingPongSuite).Assembly).Run(args, new SuiteConfig());
        return 0;
}
