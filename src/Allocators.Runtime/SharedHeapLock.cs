using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Allocators;

/// <summary>
/// The lock of a heap whose bookkeeping lies in its memory, which other processes may have mapped as well: all zero is
/// open, and while it is closed it says by which process.
/// </summary>
/// <remarks>
/// A process can die while it has the lock. Those who wait find out and mark the lock as abandoned; from then on nobody gets
/// it any more, except by taking it over. Not for use outside generated code: it is not reentrant, and nobody may throw while
/// he has it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential, Size = Size)]
public struct SharedHeapLock
{
    /// <summary>Bytes a lock occupies.</summary>
    public const int Size = 8;

    /// <summary>The sign: no owner has it.</summary>
    private const long AbandonedMark = long.MinValue;

    /// <summary>
    /// To ask whether a process lives takes as long as hundreds of calls of a heap. The first so many spins take about 5 ms,
    /// as they end with sleep.
    /// </summary>
    private const int SpinsBetweenLooks = 25;

    private long _owner;

    /// <summary>Waits until the lock is open and closes it.</summary>
    /// <param name="heap">The name of the heap, for the exception.</param>
    /// <exception cref="AbandonedHeapException">A process died while it had the lock.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Enter(string heap)
    {
        if (Interlocked.CompareExchange(ref Unsafe.AsRef(in _owner), LockOwner.Self, 0) != 0) WaitOrThrow(heap);
    }

    /// <summary>Waits until the lock is open and closes it, unless it is abandoned.</summary>
    public readonly bool TryEnter() => Wait(takesOver: false) == 0;

    /// <summary>For a call that does without the lock: refuses it where one that needs the lock would be refused.</summary>
    /// <param name="heap">The name of the heap, for the exception.</param>
    /// <exception cref="AbandonedHeapException">A process died while it had the lock, and somebody who waited for it found out.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void ThrowIfAbandoned(string heap)
    {
        long owner = Volatile.Read(ref Unsafe.AsRef(in _owner));
        if (owner < 0) ThrowHelper.Abandoned(heap, LockOwner.ProcessIdOf(owner));
    }

    /// <summary>Waits until the lock is open or abandoned and closes it in either case.</summary>
    /// <returns>What <see cref="Exit(long)"/> needs to leave it as it was: 0 if it was open.</returns>
    public readonly long TakeOver() => Wait(takesOver: true);

    /// <summary>Opens the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Exit() => Exit(0);

    /// <summary>Leaves the lock open, or abandoned as it was when it was taken over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Exit(long left) => Volatile.Write(ref Unsafe.AsRef(in _owner), left);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void WaitOrThrow(string heap)
    {
        long left = Wait(takesOver: false);
        if (left != 0) ThrowHelper.Abandoned(heap, LockOwner.ProcessIdOf(left));
    }

    /// <summary>Waits for the owner to open the lock or to die, and gives what is left: 0, or who died. Closes the lock unless somebody died and it is not to be taken over.</summary>
    private readonly long Wait(bool takesOver)
    {
        ref long owner = ref Unsafe.AsRef(in _owner);
        SpinWait wait = default;
        while (true)
        {
            long seen = Volatile.Read(ref owner);
            if (seen < 0 && !takesOver) return seen;
            if (seen <= 0 && Interlocked.CompareExchange(ref owner, LockOwner.Self, seen) == seen) return seen;
            if (seen <= 0) continue;

            wait.SpinOnce();
            if (wait.Count % SpinsBetweenLooks == 0 && !LockOwner.IsAlive(seen)) Interlocked.CompareExchange(ref owner, seen | AbandonedMark, seen);
        }
    }
}
