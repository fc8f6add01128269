using System;
using System.Linq;
using System.Threading;
using System.Runtime.CompilerServices;
using Allocators;
using Allocators.Benchmarks.Contestants;
using Allocators.Benchmarks.Workloads;

double Median(Func<int,double> run) { for (int k=0;k<4;k++){ for (int i = 0; i < 40; i++) run(2000); Thread.Sleep(150);} var r = Enumerable.Range(0, 9).Select(_ => run(2_000_000)).Order().ToArray(); return r[4]; }
void W3<T>(string name, T c, Churn churn) where T : struct, IContestant
{
    churn.Run(ref c, 3_000_000);
    double ns = Median(n => churn.Run(ref c, n));
    Console.WriteLine($"{name,-20} {ns,7:F2} ns, refused {100.0 * churn.Failed / churn.Requests:F3} %");
    churn.Drain(ref c);
}
double W1<T>(T c) where T : struct, IContestant => Median(n => P.PingPong(ref c, n));
string which = args.Length > 0 ? args[0] : "all";
Console.WriteLine($"W1: null {W1(new NullContestant()):F2} C1M {W1(new HeapContestant<C1M.Allocator>(default)):F2} inline {W1(new HeapContestant<Inline1M>(default)):F2} C1M imm {W1(new HeapContestant<C1MImmediate.Allocator>(default)):F2} one word {W1(new HeapContestant<OneWord>(default)):F2} native {W1(new NativeContestant()):F2} mi {W1(new MimallocContestant()):F2}");
foreach (double level in new[] { 0.8, 0.95 })
{
    Churn C() => new(1, 2048, (long)(level * (1 << 20)), true);
    W3("null", new NullContestant(), C());
    W3("C1M", new HeapContestant<C1M.Allocator>(default), C());
    W3("C1M imm", new HeapContestant<C1MImmediate.Allocator>(default), C());
    W3("mimalloc", new MimallocContestant(), C());
}
internal static class P { [MethodImpl(MethodImplOptions.NoInlining)] public static double PingPong<T>(ref T c, int n) where T : struct, IContestant { long s = System.Diagnostics.Stopwatch.GetTimestamp(); for (int i = 0; i < n; i++) { c.TryAlloc(256, 1, out long t); c.Free(t); } return System.Diagnostics.Stopwatch.GetElapsedTime(s).TotalNanoseconds / n; } }
[ChunkHeap(Alignment = 128, Synchronization = Synchronization.None)] internal static partial class C1M;
[ChunkHeap(Alignment = 128, Coalescing = Coalescing.Immediate, Synchronization = Synchronization.None)] internal static partial class C1MImmediate;
[ChunkHeap(Chunks = 64, ChunkSize = 256)] internal partial struct OneWord;
[ChunkHeap] internal partial struct Inline1M;
