using Allocators.Benchmarks.Contestants;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Loggers;

namespace Allocators.Benchmarks.Suites;

/// <summary>How BenchmarkDotNet runs the suites: with the garbage counted, without what is not installed.</summary>
internal sealed class SuiteConfig : ManualConfig
{
    public SuiteConfig()
    {
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddFilter(new SimpleFilter(static suite => MimallocContestant.IsAvailable || suite.Descriptor.WorkloadMethod.Name != nameof(PingPongSuite.Mimalloc)));
    }
}
