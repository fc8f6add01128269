using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>Whatever copies a heap is said, by a rule for each reason.</summary>
public class CopyTests
{
    [Fact]
    public Task AssignmentsAndInitialisers() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;
            Pocket[] _heaps = new Pocket[3];
            static Pocket s_heap;
            Level _level;
            Level _other;

            void M(bool b, int i, ref Pocket given)
            {
                Pocket local = _heap;                           // ALLOC0101
                var inferred = local;                           // ALLOC0101
                local = inferred;                               // ALLOC0101
                _heap = _heaps[0];                              // ALLOC0101
                _heaps[1] = local;                              // ALLOC0101
                given = s_heap;                                 // ALLOC0101
                local = given;                                  // ALLOC0101
                _level = _other;                                // ALLOC0101
                _level.Heap = _other.Heap;                      // ALLOC0101
                local = b ? _heap : _heaps[0];                  // ALLOC0101 ALLOC0101
                local = i switch { 0 => _heap, _ => default };  // ALLOC0101
                Pocket[] array = { local, default };            // ALLOC0101
                Level made = new Level { Heap = local };        // ALLOC0101
                Level changed = _level with { Number = 2 };     // ALLOC0101
                var anonymous = new { Heap = local };           // ALLOC0101
                (local) = (_heap);                              // ALLOC0101
                inferred = local = _heaps[2];                   // ALLOC0101 ALLOC0101
                AtAddress pointer = default, another = pointer; // ALLOC0101
            }
        }
        """);

    [Fact]
    public Task Arguments() => Marks.ExpectAsync(
        """
        static class E
        {
            public static void Extend(this Pocket heap) { }
            public static void ExtendByRef(this ref Pocket heap) { }
        }

        class C
        {
            Pocket _heap;

            C(Pocket heap) { }
            static void Take(Pocket heap) { }
            static void TakeAny<T>(T any) { }
            static void TakeMany(params Pocket[] heaps) { }
            static void TakeByRef(ref Pocket heap) { }
            static void TakeByIn(in Pocket heap) { }
            static void TakeFrame(Frame frame) { }
            static void TakeOut(out Pocket heap) => heap = default;
            void this_(List<Pocket> list, Frame frame)
            {
                Take(_heap);                                    // ALLOC0102
                TakeAny(_heap);                                 // ALLOC0102
                TakeMany(_heap);                                // ALLOC0101
                new C(_heap);                                   // ALLOC0102
                list.Add(_heap);                                // ALLOC0102
                _heap.Extend();                                 // ALLOC0102
                TakeFrame(frame);                               // ALLOC0102
                string text = $"{_heap}";                       // ALLOC0102
                Action<Pocket> call = Take;
                call(_heap);                                    // ALLOC0102
                _heap.ExtendByRef();
                TakeByRef(ref _heap);
                TakeByIn(in _heap);
                TakeByIn(_heap);
                TakeOut(out _heap);
                TakeOut(out var made);
                Take(default);
                Take(new Pocket());
                list.Add(new());
            }
        }
        """);

    [Fact]
    public Task Returns() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;
            Pocket[] _heaps;

            Pocket Get() => _heap;                              // ALLOC0103
            Pocket GetElement() { return _heaps[0]; }           // ALLOC0103
            Pocket Property => _heap;                           // ALLOC0103
            Pocket Full { get { return _heap; } }               // ALLOC0103
            Pocket this[int i] => _heaps[i];                    // ALLOC0103
            Level GetLevel(ref Level level) => level;           // ALLOC0103
            IEnumerable<Pocket> All() { yield return _heap; }   // ALLOC0103
            Func<Pocket> Lambda() => () => _heap;               // ALLOC0103
            Pocket Local() { Pocket Inner() => _heap; return Inner(); } // ALLOC0103
            static Pocket OfRefLocal(Pocket[] heaps) { ref Pocket heap = ref heaps[0]; return heap; } // ALLOC0103

            ref Pocket ByRef() => ref _heap;
            ref readonly Pocket ByRefReadOnly => ref _heap;
            static Pocket Make() { Pocket made = default; made.Alloc(1); return made; }
            static Pocket Through(Pocket heap) => heap;
            static Pocket Empty => default;
        }
        """);

    [Fact]
    public Task Boxing() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;

            void M()
            {
                object boxed = _heap;                           // ALLOC0104
                IHeap heap = _heap;                             // ALLOC0104
                IAllocator allocator = (IAllocator)_heap;       // ALLOC0104
                dynamic late = _heap;                           // ALLOC0104
                ValueType value = _heap;                        // ALLOC0104
                string.Format("{0}", _heap);                    // ALLOC0104
                Func<int, Block> alloc = _heap.Alloc;           // ALLOC0104
                Type type = _heap.GetType();                    // ALLOC0104
                Func<int, Block> lambda = size => _heap.Alloc(size);
                IHeap game = default(Game.Allocator);
                string text = _heap.ToString();
            }
        }
        """);

    [Fact]
    public Task PartsOfOtherValues() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;

            void M(Level level)
            {
                Pocket? maybe = _heap;                          // ALLOC0105
                (Pocket, int) pair = (_heap, 1);                // ALLOC0105
                if (_heap is { UsedBytes: 0 }) { }              // ALLOC0105
                bool empty = _heap is Pocket { UsedBytes: 0 };  // ALLOC0105
                int used = _heap switch { { UsedBytes: var u } => u }; // ALLOC0105
                Pocket one, two;
                (one, two) = (_heap, default);                  // ALLOC0105
                Pocket? none = null;
                (Pocket, int) made = (default, 1);
            }
        }
        """);

    [Fact]
    public Task EnumerationAndElements() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket[] _heaps;

            void M(List<Pocket> list, Dictionary<string, Pocket> map, Span<Pocket> span, ReadOnlySpan<Pocket> readOnly)
            {
                foreach (Pocket heap in _heaps) { }             // ALLOC0106
                foreach (var heap in list) { }                  // ALLOC0106
                foreach (var heap in _heaps) heap.Alloc(1);     // ALLOC0106
                foreach (var heap in span) { }                  // ALLOC0106
                foreach (ref Pocket heap in span) heap.Alloc(1);
                foreach (ref Pocket heap in _heaps.AsSpan()) heap.Alloc(1);
                foreach (ref readonly Pocket heap in readOnly) { int used = heap.UsedBytes; }
                list[0].Alloc(1);                               // ALLOC0107
                int used2 = map["a"].UsedBytes;                 // ALLOC0107
                Pocket first = list[0];                         // ALLOC0107
                map["b"] = default;
                CollectionsMarshal.AsSpan(list)[0].Alloc(1);
                _heaps[0].Alloc(1);
                span[1].Alloc(1);
            }
        }
        """);

    [Fact]
    public Task DeclarationsThatCopy() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket Automatic { get; set; }                      // ALLOC0108
            static Pocket Initialised { get; } = new();         // ALLOC0108
            readonly Pocket _readOnly;                          // ALLOC0110
            static readonly Pocket s_readOnly;                  // ALLOC0110
            readonly Level _level;                              // ALLOC0110
            Pocket _fine;
            ref Pocket ByRef => ref _fine;

            void M()
            {
                _readOnly.Alloc(1);
                Automatic.Alloc(1);
            }
        }

        record R(int Number)
        {
            Pocket _heap;                                       // ALLOC0109
        }

        record P(Pocket Heap);                                  // ALLOC0109
        record struct S(int Number) { public Pocket Heap = default; }
        struct T { public Pocket Heap; }
        readonly struct U { readonly Pocket _heap; }            // ALLOC0110
        """);

    [Fact]
    public Task HiddenCopies() => Marks.ExpectAsync(
        """
        class C
        {
            Pocket _heap;
            ref readonly Pocket ReadOnly => ref _heap;

            static void OfIn(in Pocket heap, in Level level)
            {
                heap.Alloc(1);                                  // ALLOC0111
                heap[default].Clear();                          // ALLOC0111
                level.Heap.Alloc(1);                            // ALLOC0111
                int used = heap.UsedBytes + level.Heap.UsedBytes;
                bool owns = heap.Owns(default(Block));
            }

            void OfRefReadOnly()
            {
                ref readonly Pocket local = ref _heap;
                local.Alloc(1);                                 // ALLOC0111
                ReadOnly.Alloc(1);                              // ALLOC0111
                int used = ReadOnly.UsedBytes;
            }
        }

        struct Mine
        {
            Pocket _heap;
            public readonly void Read() => _heap.Alloc(1);      // ALLOC0111
            public void Write() => _heap.Alloc(1);
            public readonly int Used => _heap.UsedBytes;
        }
        """);
}
