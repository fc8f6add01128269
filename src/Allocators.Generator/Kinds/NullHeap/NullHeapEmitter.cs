using Allocators.Generator.Surface;
using Allocators.Generator.Text;

namespace Allocators.Generator.Kinds.NullHeap;

/// <summary>Writes a state that never has room and never has a block.</summary>
internal static class NullHeapEmitter
{
    public static KindCode Code(NullHeapSpec spec) => new("0", writer => WriteState(writer, spec));

    private static void WriteState(CodeWriter writer, NullHeapSpec spec)
    {
        string fit = spec.Options.IsForeign ? "\n/// <summary>Any memory will do.</summary>\npublic bool TryFit(int capacity) => true;" : "";
        string sound = spec.IsStateInMemory
            ? """

              /// <summary>There is no number.</summary>
              public bool IsSound(int capacity) => true;

              /// <summary>Does nothing.</summary>
              public void Repair()
              {
              }
              """
            : "";
        writer.Write($$"""
            /// <summary>Nothing to note: there is never a block.</summary>
            private readonly struct HeapState
            {
                /// <summary>Nothing.</summary>
                public int UsedBytes => 0;

                /// <summary>None.</summary>
                public int AllocationCount => 0;

                /// <summary>Nothing.</summary>
                public int LargestFreeBlock => 0;

                /// <summary>Never.</summary>
                public bool TryTake(int size, int alignment, out int offset)
                {
                    offset = 0;
                    return false;
                }

                /// <summary>There is none.</summary>
                public bool TryFree(int offset, int length) => false;

                /// <summary>There is none.</summary>
                public bool TryResize(int offset, int length, int newLength) => false;

                /// <summary>There is none.</summary>
                public bool IsLive(int offset, int length) => false;

                /// <summary>There is none.</summary>
                public int SizeAt(int offset) => 0;

                /// <summary>There is none.</summary>
                public bool TryGetNext(int offset, int length, out int next)
                {
                    next = 0;
                    return false;
                }

                /// <summary>Does nothing.</summary>
                public void Clear()
                {
                }
                {{fit}}
                {{sound}}
            }
            """);
    }
}
