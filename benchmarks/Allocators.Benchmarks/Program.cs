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

Compare("W1 16", 1_000_000, ("null", W1(new NullContestant())), ("4K", W1(new HeapContestant<T4K>(default))), ("4KD", W1(new HeapContestant<T4KD>(default))), ("16M", W1(new HeapContestant<T16M.Allocator>(default))), ("16MD", W1(new HeapContestant<T16MD.Allocator>(default))), ("mi", W1(new MimallocContestant())), ("native", W1(new NativeContestant())));
foreach (double level in new[] { 0.6, 0.8 }) { churns.Clear();
 Churn C() => new(1, 128, (long)(level * 8192), false);
 Compare("T4K " + level, 500_000, ("null", W3(new NullContestant(), C())), ("I", W3(new HeapContestant<T4K>(default), C())), ("D", W3(new HeapContestant<T4KD>(default), C())), ("mi", W3(new MimallocContestant(), C())));
    Console.WriteLine(string.Join(" ", churns.Select(c => $"{100.0 * c.Failed / c.Requests:F3}%"))); }
{ churns.Clear(); Churn C() => new(1, 1024, (long)(0.8 * 131072), false);
 Compare("T128K", 500_000, ("null", W3(new NullContestant(), C())), ("I", W3(new HeapContestant<T128K>(default), C())), ("D", W3(new HeapContestant<T128KD>(default), C())), ("mi", W3(new MimallocContestant(), C())));
    Console.WriteLine(string.Join(" ", churns.Select(c => $"{100.0 * c.Failed / c.Requests:F3}%"))); }
{ churns.Clear(); Churn C() => new(1, 4096, (long)(0.8 * (16<<20)), false); T16M.Reset(); T16MD.Reset();
 Compare("T16M", 500_000, ("null", W3(new NullContestant(), C())), ("I", W3(new HeapContestant<T16M.Allocator>(default), C())), ("D", W3(new HeapContestant<T16MD.Allocator>(default), C())), ("mi", W3(new MimallocContestant(), C())));
    Console.WriteLine(string.Join(" ", churns.Select(c => $"{100.0 * c.Failed / c.Requests:F3}%"))); }
internal static class P { [MethodImpl(MethodImplOptions.NoInlining)] public static double PingPong<T>(ref T c, int n) where T : struct, IContestant { long s = System.Diagnostics.Stopwatch.GetTimestamp(); for (int i = 0; i < n; i++) { c.TryAlloc(16, 1, out long t); c.Free(t); } return System.Diagnostics.Stopwatch.GetElapsedTime(s).TotalNanoseconds / n; } }
[ChunkHeap(Alignment = 128, Synchronization = Synchronization.None)] internal static partial class C1M;
[ChunkHeap(Alignment = 128, Coalescing = Coalescing.Immediate, Synchronization = Synchronization.None)] internal static partial class C1MImmediate;
[ChunkHeap(Chunks = 64, ChunkSize = 256)] internal partial struct OneWord;
[ChunkHeap] internal partial struct Inline1M;
[ChunkHeap(Chunks = 655360, Storage = Storage.Pointer, Alignment = 256)] internal partial struct C160M;
[ChunkHeap(Chunks = 655360, Storage = Storage.Pointer, Alignment = 256, Coalescing = Coalescing.Immediate)] internal partial struct C160MI;

[Teaspoon(Variant = "4KiB")] internal partial struct T4K;
[Teaspoon(Variant = "4KiB", Coalescing = Coalescing.Deferred)] internal partial struct T4KD;
[Teaspoon(Variant = "128KiB")] internal partial struct T128K;
[Teaspoon(Variant = "128KiB", Coalescing = Coalescing.Deferred)] internal partial struct T128KD;
[Teaspoon(Variant = "16MiB", Synchronization = Synchronization.None)] internal static partial class T16M;
[Teaspoon(Variant = "16MiB", Coalescing = Coalescing.Deferred, Synchronization = Synchronization.None)] internal static partial class T16MD;
