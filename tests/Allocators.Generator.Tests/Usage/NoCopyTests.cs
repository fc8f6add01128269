using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>What looks like a copy of a heap and is none.</summary>
public class NoCopyTests
{
    [LanguageFact("12")]
    public Task FieldsThatAreReferences() => Marks.ExpectAsync(
        """
        [InlineArray(4)] struct Four { Pocket _first; }

        ref struct Guard
        {
            readonly ref Pocket _readOnly;
            ref readonly Pocket _view;
            public ref Level Level;
            public Guard(ref Pocket heap) { _readOnly = ref heap; }
            public void Alloc() => _readOnly.Alloc(1);
            public readonly void OfLevel() => Level.Heap.Alloc(1);
            public void Lost() => _view.Alloc(1);               // ALLOC0111
        }

        ref struct Primary(ref Pocket heap) { ref Pocket _heap = ref heap; public void Alloc() => _heap.Alloc(1); }

        class C
        {
            static void M(in Four four, ref Four writable)
            {
                four[0].Alloc(1);                               // ALLOC0111
                writable[0].Alloc(1);
            }
        }
        """);

    [Fact]
    public Task StaticFieldsOfRecordsAreNotCopied() => Marks.ExpectAsync(
        """
        record R(int Number) { static Pocket s_heap; public static Block Alloc() => s_heap.Alloc(1); }
        """);

    [LanguageFact("14")]
    public Task ExtensionBlocks() => Marks.ExpectAsync(
        """
        static class Extensions
        {
            extension(ref Pocket heap) { public void Use() => heap.Alloc(1); }
        }

        struct Steps
        {
            public Pocket Heap;
            public void operator +=(int size) => Heap.Alloc(size);
        }

        class C
        {
            Pocket _heap;
            Steps _steps;
            void M()
            {
                _heap.Use();
                _steps += 3;
            }
        }
        """,
        "14");

    [Fact]
    public Task WhatIsNoCopy() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;
            static Pocket s_heap = default;
            Pocket[] _heaps = new Pocket[4];
            int[] _numbers = new int[3];

            C() { _heap = default; _heap = new Pocket(); s_heap = new(); }

            static Pocket Make() => new Pocket();
            static Level MakeLevel() => new Level();
            static void Take(Pocket heap) { }
            void OfAPartOfANewValue() => Take(MakeLevel().Heap);
            static void Use<T>(ref T heap) where T : struct, IHeap => heap.Alloc(1);

            void M(ref Pocket byRef, out Pocket made)
            {
                made = Make();
                Pocket local = Make();
                ref Pocket alias = ref _heap;
                alias = ref _heaps[1];
                ref readonly Pocket view = ref local;
                Use(ref local);
                Use(ref _heaps[2]);
                string name = nameof(_heap) + typeof(Pocket);
                Action lambda = () => local.Alloc(1);
                void Function() => local.Alloc(2);
                
                _ = local.UsedBytes;
                _ = _heap;
                bool same = Unsafe.AreSame(ref local, ref _heap);
                (bool, int) tuple = (local.IsEmptyNow(), local.UsedBytes);
                ref Pocket chosen = ref (same ? ref _heap : ref local);
                chosen.Alloc(3);
                
                Span<byte> bytes = local[default];
                default(Pocket).ToString();
                new Pocket().Alloc(1);
            }

            unsafe void Addresses()
            {
                Pocket local = default;
                fixed (Pocket* pinned = &_heap) { pinned->Alloc(1); }
                Pocket* address = &local;
                address->Alloc(1);
                int size = sizeof(Pocket) + Unsafe.SizeOf<Pocket>();
            }

            async System.Threading.Tasks.Task Async()
            {
                Pocket hoisted = default;
                await System.Threading.Tasks.Task.Yield();
                hoisted.Alloc(1);
            }

            IEnumerable<int> Iterator()
            {
                Pocket hoisted = default;
                yield return 1;
                hoisted.Alloc(1);
            }
        }

        static class Extensions { public static bool IsEmptyNow(this ref Pocket heap) => heap.UsedBytes == 0; }

        class Owner<T> where T : struct, IHeap
        {
            T _heap;
            public ref T Heap => ref _heap;
            void M() { T copy = _heap; copy.Alloc(1); }
        }
        """);

    [LanguageFact("12")]
    public Task ReadOnlyReferenceThatIsMadeWritable() => Marks.ExpectAsync(
        """
        class C
        {
            static void M(in Pocket heap)
            {
                Unsafe.AsRef(in heap).Alloc(1);
                ref Pocket local = ref Unsafe.AsRef(in heap);
            }
        }
        """);

    [Fact]
    public Task HeapsOfWhichACopyIsTheSameHeap() => Marks.ExpectAsync(
        """
        class C
        {
            readonly InMemory _memory;
            readonly Vast _vast;
            readonly Nothing _nothing;
            Game.Allocator Game { get; set; }
            List<InMemory> _list;
            record R(InMemory Heap, Vast Other);
            InMemory Get() => _memory;
            static void Take(InMemory heap, Vast vast, Nothing nothing) { object boxed = heap; }
            void M()
            {
                Take(_memory, _vast, _nothing);
                InMemory copy = _list[0];
                foreach (InMemory heap in _list) heap.Owns(default(Block));
                Game.Allocator game = Game;
            }
        }
        """);
}
