using System;
using System.Linq;
using System.Threading;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Allocators;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

void Compare(string title, int steps, params (string name, Func<int, double> run)[] list)
{
    foreach (var (_, run) in list) for (int k = 0; k < 3; k++) { for (int i = 0; i < 40; i++) run(2000); Thread.Sleep(120); }
    foreach (var (_, run) in list) run(steps);
    var results = list.Select(_ => new List<double>()).ToArray();
    for (int r = 0; r < 15; r++) for (int i = 0; i < list.Length; i++) results[i].Add(list[i].run(steps));
    double Med(List<double> l) => l.Order().ElementAt(l.Count / 2);
    double m = Med(results[^1]);
    Console.WriteLine(title + ": " + string.Join("  ", list.Select((c, i) => $"{c.name} {Med(results[i]):F2} ({Med(results[i]) / m:F2})")));
}
Func<int, double> W1<T>(T c) where T : struct, IContestant { return n => P.PingPong(ref c, n); }
var churns = new List<Churn>();
Func<int, double> W3<T>(T c, Churn churn) where T : struct, IContestant { churns.Add(churn); churn.Run(ref c, (int)(churn.TargetBytes / churn.MinSize > 100 ? Math.Min(3_000_000, churn.TargetBytes) : 1000000)); return n => churn.Run(ref c, n); }
Compare("W1", 1_000_000, ("null", W1(new NullContestant())), ("C1M", W1(new HeapContestant<C1M.Allocator>(default))), ("inline", W1(new HeapContestant<Inline1M>(default))), ("imm", W1(new HeapContestant<C1MImmediate.Allocator>(default))), ("oneword", W1(new HeapContestant<OneWord>(default))), ("mi", W1(new MimallocContestant())), ("native", W1(new NativeContestant())));
foreach (double level in new[] { 0.8, 0.95 })
{
    C1M.Reset(); C1MImmediate.Reset(); churns.Clear();
    Churn C() => new(1, 2048, (long)(level * (1 << 20)), true);
    Compare("C1M " + level, 500_000, ("null", W3(new NullContestant(), C())), ("C1M", W3(new HeapContestant<C1M.Allocator>(default), C())), ("imm", W3(new HeapContestant<C1MImmediate.Allocator>(default), C())), ("mi", W3(new MimallocContestant(), C())));
    Console.WriteLine(string.Join(" ", churns.Select(c => $"{100.0 * c.Failed / c.Requests:F3}%")));
}
unsafe {
    long bytes = 160L << 20; long len = bytes + (1 << 20); var p = (nint)NativeMemory.AlignedAlloc((nuint)len, 4096); NativeMemory.Clear((void*)p, (nuint)len);
    var q = (nint)NativeMemory.AlignedAlloc((nuint)len, 4096); NativeMemory.Clear((void*)q, (nuint)len);
    Churn C() => new(64, 16384, (long)(0.8 * bytes), true);
    Compare("C160M", 500_000, ("null", W3(new NullContestant(), C())), ("C160M", W3(new HeapContestant<C160M>(new C160M(p, len)), C())), ("imm", W3(new HeapContestant<C160MI>(new C160MI(q, len)), C())), ("mi", W3(new MimallocContestant(), C())));
}
internal static class P { [MethodImpl(MethodImplOptions.NoInlining)] public static double PingPong<T>(ref T c, int n) where T : struct, IContestant { long s = System.Diagnostics.Stopwatch.GetTimestamp(); for (int i = 0; i < n; i++) { c.TryAlloc(256, 1, out long t); c.Free(t); } return System.Diagnostics.Stopwatch.GetElapsedTime(s).TotalNanoseconds / n; } }
[ChunkHeap(Alignment = 128, Synchronization = Synchronization.None)] internal static partial class C1M;
[ChunkHeap(Alignment = 128, Coalescing = Coalescing.Immediate, Synchronization = Synchronization.None)] internal static partial class C1MImmediate;
[ChunkHeap(Chunks = 64, ChunkSize = 256)] internal partial struct OneWord;
[ChunkHeap] internal partial struct Inline1M;
[ChunkHeap(Chunks = 655360, Storage = Storage.Pointer, Alignment = 256)] internal partial struct C160M;
[ChunkHeap(Chunks = 655360, Storage = Storage.Pointer, Alignment = 256, Coalescing = Coalescing.Immediate)] internal partial struct C160MI;
