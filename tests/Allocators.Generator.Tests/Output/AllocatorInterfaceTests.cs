using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Every heap can be passed where an <c>IAllocator</c> is wanted, and so can one that a user wrote by hand.</summary>
public class AllocatorInterfaceTests
{
    private const string User =
        """
        using System;
        using Allocators;

        [ChunkHeap] internal partial struct Level { }
        [NullHeap] internal partial struct Nothing { }
        [ChunkHeap] internal static partial class Game { }

        internal struct Handwritten : IAllocator
        {
            private byte[] _memory;
            private bool _taken;

            public readonly int Capacity => 64;
            public readonly int MaxAlignment => 8;
            public readonly Span<byte> this[Block block] => _memory.AsSpan(block.Offset, block.Length);

            public bool TryAlloc(int size, int alignment, out Block block)
            {
                _memory = _memory ?? new byte[64];
                bool found = !_taken && size <= Capacity;
                block = found ? new Block(0, size) : default;
                _taken |= found;
                return found;
            }

            public bool TryResize(ref Block block, int size) => false;
            public void Free(Block block) => _taken = false;
        }

        internal static class Program
        {
            private static int Fill<TAllocator>(ref TAllocator heap)
                where TAllocator : struct, IAllocator
            {
                if (!heap.TryAlloc(8, 8, out Block block)) return 0;

                heap[block].Fill(1);
                heap.Realloc(ref block, 16);
                heap.Free(block);
                if (heap.TryAlloc(2, out Block<int> values)) heap.SpanOf(values)[1] = 2;
                heap.Realloc(ref values, 1);
                heap.TryResize(ref values, 1);
                heap.Free(values);
                Block<char> text = heap.AllocCopy("abc".AsSpan());
                heap.Free(text);
                return 1;
            }

            private static int Use<THeap>(ref THeap heap)
                where THeap : struct, IHeap
            {
                Span<float> values = heap.AllocSpan<float>(3);
                ref long value = ref heap.Alloc<long>();
                value = values.Length;
                Block<short> shorts = heap.Alloc<short>(4);
                Block block = heap.Alloc(10);
                heap.Realloc(ref block, 20);
                int used = heap.TryRealloc(ref block, 30) && heap.Owns(block) ? heap.UsedBytes : 0;
                heap.Free(values);
                heap.Free(ref value);
                heap.Free(shorts);
                heap.Reset();
                return used + heap.AllocationCount + heap.LargestFreeBlock + heap.UsableSize(default) + heap.GetStatistics().UsedBytes;
            }

            internal static int Run()
            {
                Level level = default;
                Nothing nothing = default;
                Game.Allocator game = default;
                Handwritten handwritten = default;
                return Fill(ref level) + Fill(ref nothing) + Fill(ref game) + Fill(ref handwritten)
                    + Use(ref level) + Use(ref nothing) + Use(ref game);
            }
        }
        """;

    private static readonly string[] AllocatorNames = ["Level", "Nothing", "Game+Allocator", "Handwritten"];

    private static readonly string[] Languages = ["9", "10", "11", "12", "13", "14"];

    public static TheoryData<string, string> Projects
    {
        get
        {
            TheoryData<string, string> projects = new();
            foreach (string language in Languages.Where(ProjectSettings.IsKnown))
            {
                projects.Add(Framework.NetStandard21, language);
                projects.Add(Framework.Net8, language);
                projects.Add(Framework.Net10, language);
            }

            return projects;
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void HeapsAndHandwrittenAllocatorsServeTheSameCode(string framework, string language)
    {
        var output = GeneratorHarness.Generate(new ProjectSettings(framework, language) { Nullable = false }.Compile(User));

        GeneratorHarness.AssertNoComplaints(output);
        Assert.All(AllocatorNames, name => Assert.Equal(name == "Handwritten" ? "IAllocator" : "IHeap", Assert.Single(output.GetTypeByMetadataName(name)!.Interfaces).Name));
    }

    [Fact]
    public void StaticClassHasNoUnsafeMembersWhereUnsafeCodeIsNotAllowed()
    {
        ProjectSettings safe = ProjectSettings.Default, @unsafe = safe with { Unsafe = true };

        Assert.Empty(PointerMembers(safe));
        Assert.Equal(["AllocPointer", "AllocPointer", "FreePointer", "Owns", "UsableSize"], PointerMembers(@unsafe));
    }

    private static string[] PointerMembers(ProjectSettings settings) =>
    [
        .. GeneratorHarness.Generate(settings.Compile(User)).GetTypeByMetadataName("Game")!.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.ReturnType is IPointerTypeSymbol || method.Parameters.Any(static parameter => parameter.Type is IPointerTypeSymbol))
            .Select(static method => method.Name)
            .Order(),
    ];
}
