using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>A heap is put where there is room for it, and where its address stays what it is.</summary>
public class PlacementTests
{
    private const string Heaps =
        """

        [ChunkHeap(Chunks = 2048, ChunkSize = 64)] public partial struct Big { }
        [ChunkHeap(Chunks = 1000, ChunkSize = 64)] public partial struct JustSmaller { }
        [FreeList(Blocks = 1024, BlockSize = 64)] public partial struct JustLarger { }
        [FreeList(Blocks = 4, BlockSize = 16_376)] public partial struct AtTheEdge { }
        [ChunkHeap(Chunks = 4096, ChunkSize = 64)] public static partial class BigGame { }
        [ChunkHeap(Chunks = 4096, ChunkSize = 64, Storage = Storage.Pointer)] public partial struct BigAtAddress { }
        [ChunkHeap(Chunks = 1 << 20, ChunkSize = 64, Storage = Storage.Pointer, State = State.InStruct)] public partial struct BooksInStruct { }
        [FreeList(typeof(long), Blocks = 10_000)] public partial struct Longs { }
        [FreeList(typeof(long), Blocks = 100)] public partial struct FewLongs { }
        [FreeList(typeof(Guid), Blocks = 10_000)] public partial struct Guids { }
        public struct Room { public Big Heap; public int Number; }
        public struct TwoHalves { public Half First; public Half Second; }
        [ChunkHeap(Chunks = 600, ChunkSize = 64)] public partial struct Half { }
        [StructLayout(LayoutKind.Explicit)] public struct Either { [FieldOffset(0)] public Half First; [FieldOffset(0)] public Half Second; }
        """;

    [Fact]
    public Task LargeHeapsOnTheStack() => ExpectAsync(
        """
        class C
        {
            Big _field;
            static Big s_field;

            static void Parameter(Big heap) { }                 // ALLOC0201
            static void Wrapped(in int number, Room room) { }   // ALLOC0201
            static int Expression(Big heap) => 1;               // ALLOC0201
            C(Big heap) { }                                     // ALLOC0201
            interface I { void M(Big heap); }                   // ALLOC0201
            int this[Big heap] { get => 1; set { } }            // ALLOC0201
            static void Make(out Big heap) => heap = default;
            static void Read(in Big heap) { }

            void Locals()
            {
                Big first = default;                            // ALLOC0201
                Big second = new(), third;                      // ALLOC0201 ALLOC0201
                JustLarger larger = default;                    // ALLOC0201
                Longs longs = default;                          // ALLOC0201
                Big? maybe = null;                              // ALLOC0201
                Room room = default;                            // ALLOC0201
                TwoHalves halves = default;                     // ALLOC0201
                Make(out var made);                             // ALLOC0201
                Action<Big> lambda = heap => { };               // ALLOC0201
                void Local(Big heap) { }                        // ALLOC0201
                Big called = default;                           // ALLOC0201
                void Function() => called.Reset();
                Function();
                new Big().Alloc(1);                             // ALLOC0201
                Read(default);                                  // ALLOC0201
                Read(new Big());                                // ALLOC0201
                for (Big loop = default; ;) { }                 // ALLOC0201
            }

            int Property { get { Big heap = default; return heap.UsedBytes; } } // ALLOC0201
            Action InLambda = () => { Big inner = default; inner.Reset(); };    // ALLOC0201
        }
        """);

    [Fact]
    public Task HeapsThatHaveRoom() => ExpectAsync(
        """
        class C
        {
            Big _field;
            static Big s_field = default;
            Big Property { get; set; }

            C() { _field = default; _field = new Big(); }

            static void ByRef(ref Big one, in Big two, out Big three) => three = default;
            static void Pocket(Pocket heap, JustSmaller smaller, Either either) { }
            static void Elsewhere(BigAtAddress address, Vast vast, BooksInStruct books, Guids guids, FewLongs few, Nothing nothing, BigGame.Allocator game) { }

            unsafe void Locals(Big[] none)
            {
                Pocket pocket = default;
                JustSmaller smaller = default;
                Either either = default;
                Guids guids = default;
                FewLongs few = default;
                BigAtAddress address = default;
                ref Big alias = ref _field;
                ref readonly Big view = ref _field;
                Big* pointer = null;
                fixed (Big* pinned = &_field) { }
            }

            void Captured()
            {
                Big captured = default;
                Action lambda = () => captured.Reset();
                Big byLocalFunction = default;
                void Function() => byLocalFunction.Reset();
                Action made = Function;
                Big byBoth = default;
                Action around = () => Inner();
                void Inner() => byBoth.Reset();
                Big deep = default;
                lambda = () => { void Deeper() => deep.Reset(); Deeper(); };
            }

            async System.Threading.Tasks.Task Async()
            {
                Big hoisted = default;
                await System.Threading.Tasks.Task.Yield();
                hoisted.Reset();
            }

            IEnumerable<int> Iterator()
            {
                Big hoisted = default;
                yield return 1;
                hoisted.Reset();
            }
        }

        class Generic<T> where T : struct, IHeap
        {
            void M(T heap) { T local = heap; }
        }
        """);

    [Theory]
    [InlineData("allocators.max_stack_heap_bytes = 1000", "// ALLOC0201")]
    [InlineData("allocators.max_stack_heap_bytes = 1039", "// ALLOC0201")]
    [InlineData("allocators.max_stack_heap_bytes = 1040", "")]
    [InlineData("allocators.max_stack_heap_bytes = 0", "// ALLOC0201")]
    [InlineData("allocators.max_stack_heap_bytes = a lot", "")]
    [InlineData("allocators.max_stack_heap_bytes = -1", "")]
    public Task TheStackIsAsLargeAsTheOptionSays(string option, string mark) => ExpectAsync(
        $$"""
        class C
        {
            static void M() { Pocket pocket = default; }        {{mark}}
        }
        """,
        option);

    [Fact]
    public async Task MessageAboutTheStackSaysBothNumbers() => Assert.Equal(
        "'big' puts 131,664 bytes of heap on the stack, where 65,536 are the most (allocators.max_stack_heap_bytes); keep the heap in a field of a class, and refer to it by 'ref'",
        await MessageOfAsync("class C { void M() { Big big = default; } }"));

    [Fact]
    public Task ElementsOfArrays() => ExpectAsync(
        """
        class C
        {
            Big[] _heaps;                                       // ALLOC0202
            Big[] _made = new Big[2];                           // ALLOC0202
            List<Big> _list = new();                            // ALLOC0202
            static Dictionary<int, Big> s_map;                  // ALLOC0202
            Room[,] Rooms { get; }                              // ALLOC0202
            JustLarger[][] _jagged;                             // ALLOC0202
            TwoHalves[] _halves;                                // ALLOC0202
            Longs[] _longs;                                     // ALLOC0202
            Dictionary<int, AtTheEdge> _edge;                   // ALLOC0202
            PriorityQueue<Big, int> _ordered;                   // ALLOC0202

            void M()
            {
                var one = new Big[3];                           // ALLOC0202
                Big[] two = { default };                        // ALLOC0202
                var three = new[] { new Big() };                // ALLOC0202
                var list = new List<Big>();                     // ALLOC0202
                Queue<Big> queue = new(3);                      // ALLOC0202
                var map = new Dictionary<string, Room>();       // ALLOC0202
                var jagged = new Big[2][];                      // ALLOC0202
            }
        }
        """);

    [LanguageFact("12")]
    public Task ElementsThatOthersMake() => ExpectAsync(
        """
        class C
        {
            void M()
            {
                Big[] array = [default];                        // ALLOC0202
                List<Big> list = [default];                     // ALLOC0202
                var observed = new System.Collections.ObjectModel.ObservableCollection<Big>(); // ALLOC0202
                var pinned = GC.AllocateArray<Big>(1);          // ALLOC0202
                Pocket[] small = [default];
                var few = GC.AllocateArray<Pocket>(1);
            }
        }
        """);

    [Fact]
    public Task ElementsThatAreSmallEnough() => ExpectAsync(
        """
        class C
        {
            Pocket[] _heaps = new Pocket[10_000];
            List<Pocket> _list = new();
            JustSmaller[] _smaller = new JustSmaller[3];
            AtTheEdge[] _edge = new AtTheEdge[3];
            Dictionary<int, JustSmaller> _map = new();
            BigAtAddress[] _addresses = new BigAtAddress[3];
            BooksInStruct[] _books;
            Either[] _either;
            Guids[] _guids;
            FewLongs[] _few;
            LinkedList<Big> _linked = new();
            Holder[] _holders = new Holder[3];
            List<Holder> _holderList = new();
            List<T> Of<T>() where T : struct, IHeap => new List<T>();
            unsafe void M()
            {
                Big* heaps = stackalloc Big[1];
                Mine.List<Big> mine = new();
            }
        }

        class Holder { public Big Heap; }
        static class Mine { public class List<T> { } }
        """);

    [Fact]
    public async Task MessageAboutArraysSaysBothNumbers() => Assert.Equal(
        "'Big' has 131,664 bytes of heap, and the run time has no arrays of elements above 65,535, nor collections that keep them in one: they throw a TypeLoadException; keep each heap in a class of its own",
        await MessageOfAsync("class C { Big[] _heaps; }"));

    [Fact]
    public Task AddressesThatStayBehind() => ExpectAsync(
        """
        unsafe class C
        {
            Pocket _heap;
            Level _level;
            FewLongs _longs;
            C _other;

            void M(Block block)
            {
                void* one = Unsafe.AsPointer(ref _heap);                            // ALLOC0203
                byte* two = (byte*)Unsafe.AsPointer(ref this._heap);                // ALLOC0203
                void* three = Unsafe.AsPointer(ref _level.Heap);                    // ALLOC0203
                void* four = Unsafe.AsPointer(ref _other._level);                   // ALLOC0203
                void* five = Unsafe.AsPointer(ref _heap.Alloc<int>());              // ALLOC0203
                void* six = Unsafe.AsPointer(ref _heap[block][0]);                  // ALLOC0203
                nint seven = (nint)Unsafe.AsPointer(ref _heap.AllocSpan<int>(4)[1]); // ALLOC0203
                void* eight = Unsafe.AsPointer(ref _longs[(Block<long>)block]);     // ALLOC0203
                ref Pocket alias = ref _heap;
                void* nine = Unsafe.AsPointer(ref alias);                           // ALLOC0203
                void* ten = Unsafe.AsPointer(ref MemoryMarshal.GetReference(_heap[block])); // ALLOC0203
            }
        }
        """);

    [Fact]
    public Task AddressesThatStay() => ExpectAsync(
        """
        unsafe class C
        {
            Pocket _heap;
            AtAddress _address;
            Pocket[] _pinned = GC.AllocateArray<Pocket>(1, pinned: true);
            static Pocket s_heap;
            int _number;
            Nothing _nothing;

            void M(ref Pocket byRef, Pocket* pointer, Block block)
            {
                Pocket local = default;
                void* one = Unsafe.AsPointer(ref local);
                void* two = Unsafe.AsPointer(ref byRef);
                void* three = Unsafe.AsPointer(ref *pointer);
                void* four = Unsafe.AsPointer(ref _pinned[0]);
                void* five = Unsafe.AsPointer(ref _number);
                void* six = Unsafe.AsPointer(ref _nothing);
                void* seven = Unsafe.AsPointer(ref _address[block][0]);
                void* eight = Unsafe.AsPointer(ref local[block][0]);
                fixed (Pocket* pinned = &_heap)
                {
                    void* same = Unsafe.AsPointer(ref _heap);
                }

                ref Pocket alias = ref Unsafe.AsRef<Pocket>(pointer);
            }

            struct S
            {
                Pocket _inStruct;
                void M() { void* mayBePinned = Unsafe.AsPointer(ref _inStruct); }
            }
        }

        static unsafe class Unsafer { public static void* AsPointer(ref Pocket heap) => null; }
        """);

    [Fact]
    public async Task MessageAboutAddressesNamesTheHeap() => Assert.Equal(
        "The garbage collector moves '_heap' with the object that it is in, and the address stays behind; use 'fixed' for as long as the address is used, or declare 'Pocket' with Storage.Pointer or as a static class",
        await MessageOfAsync("unsafe class C { Pocket _heap; void M() { void* address = Unsafe.AsPointer(ref _heap); } }"));

    private static Task ExpectAsync(string file, string config = "") => Marks.ExpectAsync(file + Heaps, analyzer: new PlacementAnalyzer(), config: config);

    private static Task<string> MessageOfAsync(string file) => Marks.MessageOfAsync(file + Heaps, new PlacementAnalyzer());
}
