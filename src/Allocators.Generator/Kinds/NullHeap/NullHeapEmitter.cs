using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.NullHeap;

/// <summary>Writes a state that never has room and never has a block.</summary>
internal static class NullHeapEmitter
{
    public static HeapCore Core(NullHeapSpec spec) => new("0", writer => WriteState(writer, spec));

    private static void WriteState(CodeWriter writer, NullHeapSpec spec)
    {
        string fit = spec.Options.IsForeign ? "\npublic bool TryFit(int capacity) => true;" : "";
        string sound = spec.IsStateInMemory
            ? """

              public bool IsSound(int capacity) => true;

              public void Repair()
              {
              }
              """
            : "";
        writer.Write($$"""
            /// <summary>Nothing to note: there is never a block.</summary>
            private readonly struct HeapState
            {
                public int UsedBytes => 0;

                public int AllocationCount => 0;

                public int LargestFreeBlock => 0;

                public bool TryTake(int size, int alignment, out int offset)
                {
                    offset = 0;
                    return false;
                }

                public bool TryFree(int offset, int length) => false;

                public bool TryResize(int offset, int length, int newLength) => false;

                public bool IsLive(int offset, int length) => false;

                public int SizeAt(int offset) => 0;

                public bool TryGetNext(int offset, int length, out int next)
                {
                    next = 0;
                    return false;
                }

                public void Clear()
                {
                }
                {{fit}}
                {{sound}}
            }
            """);
    }
}
