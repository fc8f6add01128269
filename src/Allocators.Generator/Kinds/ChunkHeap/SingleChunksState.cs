using System;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.ChunkHeap;

/// <summary>The state of a heap that takes and frees single chunks without its lock: a list of freed ones, around the state of its size.</summary>
internal static class SingleChunksState
{
    /// <param name="writer">Takes the state.</param>
    /// <param name="spec">The numbers of the heap.</param>
    /// <param name="writeRuns">Writes the state that knows runs of chunks, under a name.</param>
    public static void Write(CodeWriter writer, ChunkHeapSpec spec, Action<CodeWriter, ChunkHeapSpec, string> writeRuns)
    {
        WriteHeader(writer);
        writer.Open();
        WriteFigures(writer, spec);
        WriteShortcuts(writer, spec);
        WriteOperations(writer, spec);
        WriteQuestions(writer);
        WriteClear(writer);
        if (spec.IsShared) WriteStartAnew(writer);
        if (spec.Options.IsForeign) WriteFit(writer);
        if (spec.IsStateInMemory) WriteIsSound(writer);
        WriteMerge(writer);
        StateFieldsWriter.WriteArrays(writer, ChunkHeapStateFields.OfList(spec));
        writer.Write("");
        writeRuns(writer, spec, "Runs");
        writer.Close();
    }

    private static void WriteHeader(CodeWriter writer) => writer.Write("""
        /// <summary>Which chunks are taken. Blocks of one chunk are taken and freed without the lock as well, everything else is for who has it.</summary>
        /// <remarks>
        /// <para>
        /// A single chunk that is freed is parked: it stays taken in the runs, and waits on a list that needs no lock for the next
        /// request of one chunk. When a request finds no run, all parked chunks are popped and given back to the runs, where they merge.
        /// A block of one chunk is live if its link says so; no other chunk's link does. So of several calls that free a block at once,
        /// or free it and make it longer, one changes the link, and the others find that the block is not live.
        /// </para>
        /// <para>
        /// Between two instructions of such a call, a chunk is neither live nor parked. It cannot merge then, so that a request may be
        /// refused for a chunk whose <c>Free</c> has not returned yet. Who dies there takes the chunk with him; not even <c>Reset</c> finds it.
        /// While the holder of the lock merges, others go on parking and taking: each chunk is popped by one of them. What is parked after the
        /// list was found empty stays parked until the next merge, and what is taken after <c>Reset</c> has passed it stays live.
        /// A figure is therefore that of no one moment.
        /// </para>
        /// </remarks>
        private struct HeapState
        """);

    private static void WriteFigures(CodeWriter writer, ChunkHeapSpec spec) => writer.Write($$"""
        private Runs _runs;
        {{StateFieldsWriter.Declare(ChunkHeapStateFields.OfList(spec))}}

        /// <summary>Bytes of all live blocks, whole chunks.</summary>
        public readonly int UsedBytes => _runs.UsedBytes - (TakenButNotLive << ChunkShift);

        /// <summary>Live blocks.</summary>
        public readonly int AllocationCount => _runs.AllocationCount - TakenButNotLive;

        /// <summary>The longest way from the end of a live block to the next.</summary>
        public readonly int LargestFreeBlock
        {
            get
            {
                int longest = 0, end = 0;
                for (; TryGetNext(end, 0, out int offset); end = offset + _runs.SizeAt(offset)) longest = global::System.Math.Max(longest, offset - end);
                return global::System.Math.Max(longest, {{OpenBytes(spec)}} - end);
            }
        }

        /// <summary>Single chunks that are parked, or about to be or to become live.</summary>
        private readonly int TakenButNotLive
        {
            get
            {
                int chunks = 0;
                for (int end = 0; _runs.TryGetNext(end, 0, out int offset); end = offset + _runs.SizeAt(offset)) chunks += SizeAt(offset) == 0 ? 1 : 0;
                return chunks;
            }
        }
        """);

    private static void WriteShortcuts(CodeWriter writer, ChunkHeapSpec spec)
    {
        string isAligned = spec.MaxAlignment > spec.ChunkSize ? " && alignment <= ChunkSize" : "";

        // Unchecked, a look is enough: that saves an exchange.
        string claim = spec.Options.IsChecked
            ? "global::Allocators.LockFreeList.TryClaim(ref _links.First, chunk)"
            : "global::Allocators.LockFreeList.IsLive(in _links.First, chunk)";
        writer.WriteNext($$"""
            /// <summary>Takes a single chunk that is parked. Needs no lock.</summary>
            {{KindText.Inline}}
            public bool TryTakeShort(int size, int alignment, out int offset)
            {
                offset = 0;
                if (!(size <= ChunkSize{{isAligned}} && _parked.TryPopFreed(ref _links.First, Chunks, out int chunk))) return false;

                global::Allocators.LockFreeList.MarkLive(ref _links.First, chunk);
                offset = chunk << ChunkShift;
                return true;
            }

            /// <summary>Parks a block of one chunk. Needs no lock.</summary>
            {{KindText.Inline}}
            public bool TryFreeShort(int offset, int length)
            {
                if (!(IsSingle(offset, length, out int chunk) && {{claim}})) return false;

                _parked.Push(ref _links.First, chunk);
                return true;
            }
            """);
    }

    private static void WriteOperations(CodeWriter writer, ChunkHeapSpec spec) => writer.WriteNext($$"""
        /// <summary>Takes chunks of the runs, if need be after what is parked was given back to them.</summary>
        public bool TryTake(int size, int alignment, out int offset)
        {
            if (!_runs.TryTake(size, alignment, out offset) && !(TryMergeParked() && _runs.TryTake(size, alignment, out offset))) return false;

            if (size <= ChunkSize) global::Allocators.LockFreeList.MarkLive(ref _links.First, offset >> ChunkShift);
            return true;
        }

        /// <summary>Frees a live block: a single chunk is parked, others are given back to the runs.</summary>
        public bool TryFree(int offset, int length) =>
            (!IsSingle(offset, length, out int chunk) || global::Allocators.LockFreeList.TryClaim(ref _links.First, chunk)) && _runs.TryFree(offset, length);

        /// <summary>Grows into the chunks behind the block if none of them is live, or gives its last chunks back.</summary>
        public bool TryResize(int offset, int length, int newLength)
        {
            bool wasSingle = IsSingle(offset, length, out int chunk), isSingle = newLength <= ChunkSize;
            if (wasSingle && isSingle) return true;

            // Not live any more, a single chunk cannot be freed meanwhile. If somebody was faster, there is nothing to resize.
            if (wasSingle && !global::Allocators.LockFreeList.TryClaim(ref _links.First, chunk)) return false;

            bool resized = _runs.TryResize(offset, length, newLength)
                || (CanGrow(offset, length, newLength) && TryMergeParked() && _runs.TryResize(offset, length, newLength));
            if (resized ? isSingle : wasSingle) global::Allocators.LockFreeList.MarkLive(ref _links.First, chunk);
            return resized;
        }

        /// <summary>Whether a block could be longer where it is.</summary>
        private readonly bool CanGrow(int offset, int length, int newLength) =>
            newLength <= {{OpenBytes(spec)}} - offset && !(TryGetNext(offset, length, out int next) && next - offset < newLength);
        """);

    private static void WriteQuestions(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Whether a live block of so many bytes starts here.</summary>
        public readonly bool IsLive(int offset, int length) =>
            _runs.IsLive(offset, length) && (length > ChunkSize || global::Allocators.LockFreeList.IsLive(in _links.First, offset >> ChunkShift));

        /// <summary>Bytes of the live block that starts here, or 0.</summary>
        public readonly int SizeAt(int offset)
        {
            int size = _runs.SizeAt(offset);
            return size > ChunkSize || IsLive(offset, size) ? size : 0;
        }

        /// <summary>The first live block behind another.</summary>
        public readonly bool TryGetNext(int offset, int length, out int next)
        {
            while (_runs.TryGetNext(offset, length, out next))
            {
                if (SizeAt(next) > 0) return true;

                offset = next;
                length = ChunkSize;
            }

            return false;
        }

        /// <summary>Whether this can be a block of one chunk, and of which.</summary>
        private static bool IsSingle(int offset, int length, out int chunk) =>
            global::Allocators.Check.IsUnit(offset, ChunkShift, Chunks, out chunk) && global::Allocators.Check.IsInside(unchecked(length - 1), ChunkSize);
        """);

    private static void WriteClear(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Frees block after block: who takes a single chunk meanwhile may keep it.</summary>
        public void Clear()
        {
            int size;
            for (int end = 0; _runs.TryGetNext(end, 0, out int offset); end = offset + size)
            {
                size = _runs.SizeAt(offset);
                TryFree(offset, size);
            }

            TryMergeParked();
        }
        """);

    private static void WriteStartAnew(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Frees everything, whatever a process that died has left. Nobody else may be in a call, with the lock or without.</summary>
        public void StartAnew()
        {
            _runs.Clear();
            _parked = default;
            _links = default;
        }
        """);

    private static void WriteFit(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Closes the chunks that the memory is too short for, and opens all others.</summary>
        public bool TryFit(int capacity) => _runs.TryFit(capacity) || (TryMergeParked() && _runs.TryFit(capacity));
        """);

    private static void WriteIsSound(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Whether what all calls rely on can be right, here where it lies in memory that others can write.</summary>
        public readonly bool IsSound(int capacity) => _runs.IsSound(capacity);

        /// <summary>Makes the bookkeeping that of an empty heap.</summary>
        public void Repair() => this = default;
        """);

    private static void WriteMerge(CodeWriter writer) => writer.WriteNext("""
        /// <summary>Gives parked chunks back to the runs: all that there are, though others may be parking more.</summary>
        private bool TryMergeParked()
        {
            bool merged = false;

            // No more than all: if links were written over, they may lead in a circle.
            for (int rest = Chunks; rest > 0 && _parked.TryPopFreed(ref _links.First, Chunks, out int chunk); rest--)
            {
                merged |= _runs.TryFree(chunk << ChunkShift, ChunkSize);
            }

            return merged;
        }
        """);

    /// <summary>Expression for the bytes that there is memory for.</summary>
    private static string OpenBytes(ChunkHeapSpec spec) => spec.Options.IsForeign ? "_runs.OpenBytes" : "Capacity";
}
