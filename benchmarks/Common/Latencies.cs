namespace Allocators.Benchmarks;

/// <summary>How long single operations took, in nanoseconds, the timer's own cost included.</summary>
/// <param name="P50">One in two took longer.</param>
/// <param name="P99">One in a hundred took longer.</param>
/// <param name="P999">One in a thousand took longer.</param>
/// <param name="Max">The slowest, where each operation counts as fast as it was in its fastest pass.</param>
internal readonly record struct Latencies(long P50, long P99, long P999, long Max);
