using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Allocators;

/// <summary>The lock inside a synchronized heap that one process has: all zero is open, nothing is allocated, and a waiting thread backs off.</summary>
/// <remarks>
/// Not for use outside generated code: it is not reentrant. Its calls are <c>readonly</c> so that a heap can be asked
/// how full it is through a read-only reference.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential, Size = Size)]
public struct HeapLock
{
    /// <summary>Bytes a lock occupies: 8, so that what follows stays aligned.</summary>
    public const int Size = 8;

    private int _held;

    /// <summary>Waits until the lock is open and closes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Enter()
    {
        if (Interlocked.CompareExchange(ref Unsafe.AsRef(in _held), 1, 0) != 0) Wait();
    }

    /// <summary>Opens the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Exit() => Volatile.Write(ref Unsafe.AsRef(in _held), 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Wait()
    {
        ref int held = ref Unsafe.AsRef(in _held);
        SpinWait wait = default;
        do
        {
            // Only reading while it is closed leaves the cache line with its owner.
            while (Volatile.Read(ref held) != 0) wait.SpinOnce();
        }
        while (Interlocked.CompareExchange(ref held, 1, 0) != 0);
    }
}
