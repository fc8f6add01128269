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

    [Theory]
    [InlineData("Pocket[] heaps", "write 'foreach (ref Pocket heap in heaps.AsSpan())'")]
    [InlineData("List<Pocket> heaps", "write 'foreach (ref Pocket heap in CollectionsMarshal.AsSpan(heaps))'")]
    [InlineData("Span<Pocket> heaps", "write 'foreach (ref Pocket heap in heaps)'")]
    [InlineData("IEnumerable<Pocket> heaps", "keep heaps in an array, or each in a class of yours")]
    public async Task MessageOfALoopSaysWhatToWrite(string heaps, string advice) => Assert.Equal(
        $"Each 'heap' is a copy of the 'Pocket' it stands for; {advice}",
        await Marks.MessageOfAsync($$"""class C { void M({{heaps}}) { foreach (var heap in heaps) { } } }"""));

    [Theory]
    [InlineData("class C { Pocket _heap; Pocket Get() => _heap; }", "return 'ref _heap'")]
    [InlineData("class C { Pocket[] _heaps; Pocket this[int i] => _heaps[i]; }", "return 'ref _heaps[i]'")]
    [InlineData("class C { Pocket _heap; Func<Pocket> Get() => () => _heap; }", "let whoever needs the heap take it by 'ref'")]
    [InlineData("class C { Pocket _heap; IEnumerable<Pocket> All() { yield return _heap; } }", "let whoever needs the heap take it by 'ref'")]
    [InlineData("struct S { Pocket _heap; Pocket Get() => _heap; }", "let whoever needs the heap take it by 'ref'")]
    public async Task MessageOfAReturnSaysWhatToWrite(string file, string advice) => Assert.Equal(
        $"This returns a copy of 'Pocket', and what is taken from the copy is unknown to the heap; {advice}", await Marks.MessageOfAsync(file));

    [Theory]
    [InlineData("class C { void M(in Level level) => level.Heap.Alloc(1); }", "'level.Heap'", "make the parameter 'ref'")]
    [InlineData("struct S { Pocket _heap; readonly void M() => _heap.Alloc(1); }", "'_heap'", "the method around it cannot be 'readonly'")]
    public async Task MessageOfAHiddenCopySaysWhatToChange(string file, string heap, string advice) => Assert.Equal(
        $"'Alloc' changes the heap or lets it be changed, but {heap} is read-only here, so that it is called on a copy; {advice}", await Marks.MessageOfAsync(file));
}
