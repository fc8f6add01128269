using System.Threading.Tasks;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>Of constant numbers it is known before the call that no heap of that type can have them.</summary>
public class RequestTests
{
    private const string Heaps =
        """

        [FreeList(Blocks = 8, BlockSize = 96)] public partial struct Pages { }
        [Slab(Slots = 8, BlockSize = 32)] public partial struct Packets { }
        [FreeList(typeof(long), Blocks = 8)] public partial struct Longs { }
        [Teaspoon(Variant = "4KiB")] public static partial class Spoon { }
        public struct Vector { public double X; public byte Flag; public double Y; }
        public enum Small : byte { One }
        public unsafe struct Fixed { public fixed long Values[100]; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] public struct Packed { public byte One; public Vector V1, V2, V3, V4, V5, V6, V7, V8; }
        public struct Wide { public Vector A, B, C, D; }
        """;

    [Fact]
    public Task WhatIsNeverReachedIsNotSaid() => ExpectAsync(
        """
        class C
        {
            void M(ref Pocket heap)
            {
                if (Pocket.MaxAllocation >= 2000) heap.Alloc(2000);
                else heap.Alloc(3000);                          // ALLOC0301
                _ = Pocket.MaxAllocation < 2000 ? default : heap.Alloc(2000);
            }
        }
        """);

    [Fact]
    public Task SizesThatNoBlockHas() => ExpectAsync(
        """
        class C
        {
            const int TooMany = 1025;

            void M(ref Pocket heap, ref AtAddress address, ref Pages blocks, ref Packets slots, ref Frame frame, ref Block block)
            {
                heap.Alloc(1025);                               // ALLOC0301
                heap.Alloc(TooMany);                            // ALLOC0301
                heap.Alloc(size: 2 * Pocket.MaxAllocation, alignment: 8); // ALLOC0301
                heap.Alloc(5000, out Span<byte> bytes);         // ALLOC0301
                heap.AllocZeroed(1025);                         // ALLOC0301
                heap.AllocSpan(1025);                           // ALLOC0301
                heap.Realloc(ref block, 1025);                  // ALLOC0301
                heap.Realloc(ref block, 1025, 4);               // ALLOC0301
                heap.ReallocZeroed(ref block, 1025);            // ALLOC0301
                blocks.Alloc(97);                               // ALLOC0301
                slots.Alloc(33);                                // ALLOC0301
                slots.AllocZeroed(33);                          // ALLOC0301
                frame.AllocSpan(1025);                          // ALLOC0301
                address.AllocAddress(1025);                     // ALLOC0301
                Game.Alloc(1025);                               // ALLOC0301
                nint c = Game.AllocAddress(4096, 16);           // ALLOC0301
                Spoon.Alloc(4_097);                             // ALLOC0301
                heap.TryAlloc(1025, out block);                 // ALLOC0302
                heap.TryAlloc(1025, 8, out block);              // ALLOC0302
                if (heap.TryResize(ref block, int.MaxValue)) { } // ALLOC0302
                heap.TryRealloc(ref block, 1025);               // ALLOC0302
                slots.TryAlloc(33, out Packets.Handle handle);    // ALLOC0302
                slots.TryResize(handle, 33);                    // ALLOC0302
                Game.TryAllocAddress(1025, 16, out c);          // ALLOC0302
                Game.TryAllocAddress((nuint)1025, 16, out c);   // ALLOC0302
                Game.TryReallocAddress(ref c, 1025, 16);        // ALLOC0302
                Game.TryReallocAddress(ref c, 10, 1025, 16);    // ALLOC0302
            }
        }
        """);

    [Fact]
    public Task NegativeNumbers() => ExpectAsync(
        """
        class C
        {
            void M(ref Pocket heap, ref Longs longs, ref Nothing nothing, ref Block block, ref Block<Guid> guids, nint c)
            {
                heap.Alloc(-1);                                 // ALLOC0301
                heap.TryAlloc(int.MinValue, out block);         // ALLOC0301
                heap.TryResize(ref block, -1);                  // ALLOC0301
                longs.TryAlloc(-1, 1, out block);               // ALLOC0301
                nothing.Alloc(-1);                              // ALLOC0301
                heap.AllocSpan<Guid>(-1);                       // ALLOC0301
                heap.TryAlloc<Guid>(-1, out guids);             // ALLOC0301
                heap.Realloc(ref guids, -2);                    // ALLOC0301
                Game.TryReallocAddress(ref c, 4, -1, 16);       // ALLOC0301
            }
        }
        """);

    [Fact]
    public Task ValuesThatNoBlockHas() => ExpectAsync(
        """
        class C
        {
            void M<T>(ref Pocket heap, ref Pages blocks, ref Packets slots, ref Block<int> block, ref Block<Vector> vectors) where T : unmanaged
            {
                heap.AllocSpan<byte>(1025);                     // ALLOC0301
                heap.AllocSpan<bool>(1025);                     // ALLOC0301
                heap.AllocSpan<char>(513);                      // ALLOC0301
                heap.AllocSpan<int>(257);                       // ALLOC0301
                heap.AllocSpan<double>(129);                    // ALLOC0301
                heap.AllocSpan<decimal>(65);                    // ALLOC0301
                heap.AllocSpan<Small>(1025);                    // ALLOC0301
                heap.AllocSpan<Vector>(43);                     // ALLOC0301
                heap.Alloc<int>(257);                           // ALLOC0301
                heap.Realloc(ref block, 257);                   // ALLOC0301
                slots.Alloc<Wide>();                            // ALLOC0301
                ref Wide wide = ref slots.Alloc<Wide>();        // ALLOC0301
                heap.TryAlloc<int>(257, out block);             // ALLOC0302
                heap.TryAlloc<int>(int.MaxValue, out block);    // ALLOC0302
                heap.TryResize(ref block, 257);                 // ALLOC0302
                heap.TryAlloc(43, out vectors);                 // ALLOC0302
                heap.AllocSpan<int>(256);
                heap.AllocSpan<Vector>(42);
                blocks.Alloc<Wide>();
                slots.Alloc<Vector>();
                slots.AllocSpan<T>(1000);
                slots.AllocSpan<nint>(5);
                slots.AllocSpan<Guid>(3);
                slots.Alloc<Fixed>();
                slots.Alloc<Packed>();
                slots.Alloc<(long, long, long, long, long)>();
            }
        }
        """);

    [Fact]
    public Task Alignments() => ExpectAsync(
        """
        class C
        {
            void M(ref Pocket heap, ref AtAddress address, ref Block block)
            {
                heap.Alloc(10, 16);                             // ALLOC0303
                heap.Alloc(10, 3);                              // ALLOC0303
                heap.Alloc(10, 0);                              // ALLOC0303
                heap.TryAlloc(10, -8, out block);               // ALLOC0303
                heap.AllocZeroed(10, 64);                       // ALLOC0303
                heap.Realloc(ref block, 10, 16);                // ALLOC0303
                heap.TryRealloc(ref block, 10, alignment: 6);   // ALLOC0303
                address.AllocAddress(10, 32);                   // ALLOC0303
                Game.TryAllocAddress(10, 32, out nint c);       // ALLOC0303
                Game.TryAllocAddress((nuint)10, 32, out c);     // ALLOC0302
                Game.TryReallocAddress(ref c, (nuint)10, 5);    // ALLOC0302
                heap.Alloc(10, 8);
                heap.TryRealloc(ref block, 10);
                address.AllocAddress(10, 16);
                Game.TryReallocAddress(ref c, (nuint)10, 16);
            }
        }
        """);

    [Fact]
    public Task WhatCanWork() => ExpectAsync(
        """
        class C
        {
            void M(ref Pocket heap, ref Longs longs, ref Nothing nothing, ref Packets slots, int any, Block block, nint c)
            {
                heap.Alloc(0);
                heap.Alloc(1024);
                heap.Alloc(Pocket.MaxAllocation);
                heap.Alloc(any);
                heap.Alloc(any + 5000);
                heap.Alloc(10, any);
                heap.TryResize(ref block, 0);
                longs.TryAlloc(1000, 64, out block);
                nothing.TryAlloc(10, out block);
                nothing.TryAlloc(10, 4096, out block);
                slots.Alloc(32);
                slots.Alloc(32, 4);
                Game.FreeAddress(c, 5000);
                Game.BlockAt(c, 5000);
                heap.Free(new Block(0, 5000));
                heap.Reserve(5000);
                heap.Alloc(5000, "mine");
                Mine.Alloc(5000);
                Any(ref heap);
            }

            static void Any<THeap>(ref THeap heap) where THeap : struct, IHeap => heap.Alloc(int.MaxValue);
        }

        partial struct Pocket
        {
            public void Reserve(int size) { }
            public void Alloc(int size, string name) { }
        }

        static class Mine { public const int MaxAllocation = 10; public static void Alloc(int size) { } }
        """);

    [Theory]
    [InlineData("heap.Alloc(5000)", "Alloc of 5,000 bytes always throws: the largest block of 'Pocket' has 1,024 bytes")]
    [InlineData("heap.Alloc(-1)", "Alloc of -1 bytes always throws: the nearest possible number is 0")]
    [InlineData("heap.TryAlloc(5000, out _)", "TryAlloc of 5,000 bytes is always false: the largest block of 'Pocket' has 1,024 bytes")]
    [InlineData("heap.AllocSpan<int>(300)", "AllocSpan of 300 values of 'int', 1,200 bytes, always throws: the largest block of 'Pocket' has 1,024 bytes, enough for 256")]
    [InlineData("heap.AllocSpan<Vector>(-3)", "AllocSpan of -3 values of 'Vector' always throws: the nearest possible number is 0")]
    [InlineData("default(Packets).Alloc<Wide>()", "Alloc of a 'Wide', which has 96 bytes, always throws: the largest block of 'Packets' has 32 bytes")]
    [InlineData("heap.Alloc(1, 24)", "Alloc at an alignment of 24 always throws: 'Pocket' aligns to a power of two from 1 to 8, and the nearest is 8")]
    [InlineData("Game.TryAllocAddress((nuint)1, 5, out _)", "TryAllocAddress of an alignment of 5 is always false: 'Game' aligns to a power of two from 1 to 16, and the nearest is 4")]
    public async Task MessageSaysTheNumberAndTheNearest(string call, string message) =>
        Assert.Equal(message, await Marks.MessageOfAsync($$"""class C { void M(ref Pocket heap) { {{call}}; } }""" + Heaps, new RequestAnalyzer()));

    private static Task ExpectAsync(string file) => Marks.ExpectAsync(file + Heaps, analyzer: new RequestAnalyzer());
}
