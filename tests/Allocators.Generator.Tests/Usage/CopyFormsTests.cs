using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>Copies that one does not see at once: values of expressions, parts of patterns, what lives on in an object.</summary>
public class CopyFormsTests
{
    [Fact]
    public Task ValuesOfAssignmentsAndPlacesBehindPointers() => Marks.ExpectAsync(
        """
        unsafe class C
        {
            static Pocket Make() => default;

            void M(Pocket* pointer, Level* level, ref Pocket given)
            {
                Pocket first, second;
                first = second = Make();                        // ALLOC0101
                Pocket behind = *pointer;                       // ALLOC0101
                Pocket element = pointer[1];                    // ALLOC0101
                Pocket field = level->Heap;                     // ALLOC0101
                Pocket deeper = (*level).Heap;                  // ALLOC0101
                Pocket* stack = stackalloc Pocket[] { given };  // ALLOC0101
                second = Make();
                pointer->Alloc(1);
                (*pointer).Alloc(1);
                level->Heap.Alloc(1);
                pointer[1].Alloc(1);
                ref Pocket alias = ref *pointer;
                *pointer = default;
                int used = (*level).Number;
            }
        }
        """);

    [Fact]
    public Task WhatLivesOnInAnObjectIsNotMoved() => Marks.ExpectAsync(
        """
        class C
        {
            Action _callback;
            Func<Pocket> Lambda(Pocket heap) => () => heap;     // ALLOC0103
            Pocket Kept() { Pocket heap = default; _callback = () => heap.Alloc(1); return heap; } // ALLOC0103
            Block Local() { Pocket heap = default; Pocket Get() => heap; return Get().Alloc(1); } // ALLOC0103
            static Pocket Chosen(bool b) { Pocket heap = default; return b ? heap : default; }
            static Pocket Switched(int i) { Pocket heap = default; return i switch { 0 => heap, _ => default }; }
        }

        struct Steps
        {
            Pocket _heap;
            public IEnumerable<int> Iterator() { _heap.Alloc(1); yield return 1; } // ALLOC0104
            public async System.Threading.Tasks.Task Async() { await System.Threading.Tasks.Task.Yield(); _heap.Alloc(1); } // ALLOC0104
            public static async System.Threading.Tasks.Task Static() { await System.Threading.Tasks.Task.Yield(); }
        }
        """);

    [LanguageFact("12")]
    public Task ParametersOfTypes() => Marks.ExpectAsync(
        """
        class Stage(Pocket heap)
        {
            public Pocket Heap => heap;                         // ALLOC0103
            public Block Alloc() => heap.Alloc(1);
        }

        readonly struct Lost(Pocket heap)
        {
            public Block Alloc() => heap.Alloc(1);              // ALLOC0111
        }
        """);

    [Fact]
    public Task ValuesThatMayBeNone() => Marks.ExpectAsync(
        """
        class World { public Pocket Heap; }

        class C
        {
            Pocket? _maybe;
            Pocket _heap;

            void M(World game, Pocket? none)
            {
                _maybe?.Alloc(1);                               // ALLOC0105
                var heap = game?.Heap;                          // ALLOC0105
                Pocket other = none ?? _heap;                   // ALLOC0101 ALLOC0101
                Pocket value = (Pocket)_maybe;                  // ALLOC0101
                game?.Heap.Alloc(1);
                bool has = _maybe.HasValue;
            }
        }
        """);

    [Fact]
    public Task PatternsInPatterns() => Marks.ExpectAsync(
        """
        class World { public Pocket Heap; public int Number; }

        class C
        {
            void M(World game)
            {
                if (game is { Heap: var heap }) heap.Alloc(1);  // ALLOC0105
                if (game is { Heap: { UsedBytes: 0 } }) { }     // ALLOC0105
                if (game is { Number: var number }) { }
                switch (game) { case { Heap: var inSwitch }: break; } // ALLOC0105
            }
        }
        """);

    [LanguageFact("12")]
    public Task ElementsOfListPatterns() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket[] _heaps;
            void M() { if (_heaps is [var first, ..]) first.Alloc(1); } // ALLOC0105
        }
        """);

    [Fact]
    public Task DeconstructionOfWhatIsThere() => Marks.ExpectAsync(
        """
        class C
        {
            (Pocket, int) _pair;
            List<(Pocket, int)> _pairs;

            void M(Dictionary<string, Level> map)
            {
                var (heap, number) = _pair;                     // ALLOC0101
                foreach (var (first, second) in _pairs) { }     // ALLOC0106
                foreach (var (name, level) in map) { }          // ALLOC0106
            }
        }
        """);

    [Fact]
    public Task ReceiversThatAreNoVariables() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;
            struct Owner : IDisposable { Pocket _heap; public void Dispose() => _heap.Reset(); }
            Owner _owner;

            void M()
            {
                ((Pocket)_heap).Alloc(1);                       // ALLOC0101
                (_heap = new Pocket()).Alloc(1);                // ALLOC0101
                using (_owner) { }                              // ALLOC0101
                (_heap).Alloc(1);
            }
        }
        """);

    [Fact]
    public Task PropertiesOfTheUsersCollections() => Marks.ExpectAsync(
        """
        class Box<T> { T _value; public T Value => _value; public ref T Reference => ref _value; }

        class C
        {
            void M(Box<Pocket> box)
            {
                box.Value.Alloc(1);                             // ALLOC0107
                box.Reference.Alloc(1);
            }
        }
        """);

    [Fact]
    public Task OperandsOfTheUsersOperators() => Marks.ExpectAsync(
        """
        struct Mine
        {
            Pocket _heap;
            public static Mine operator +(Mine left, int right) => left;
            public static Mine operator -(Mine value) => value;
            public static bool operator ==(in Mine left, in Mine right) => true;
            public static bool operator !=(in Mine left, in Mine right) => false;

            static void M(ref Mine mine)
            {
                _ = mine + 1;                                   // ALLOC0102
                mine += 1;                                      // ALLOC0102
                _ = -mine;                                      // ALLOC0102
                bool same = mine == mine;
            }
        }
        """);

    [LanguageFact("12")]
    public Task ElementsOfCollectionExpressionsAndInlineArrays() => Marks.ExpectAsync(
        """
        [InlineArray(4)] struct Four { Pocket _first; }

        class C
        {
            Pocket _heap;
            Four _four;

            void M()
            {
                Pocket[] array = [_heap, default];              // ALLOC0101
                Span<Pocket> span = [_heap];                    // ALLOC0101
                Pocket element = _four[1];                      // ALLOC0101
                _four[1].Alloc(1);
                _four[2] = default;
            }
        }
        """);
}
