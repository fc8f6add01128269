using System;
using System.Runtime.CompilerServices;

namespace Allocators;

// LockFreeList.cs finds these before those of System.Threading, as they are in its own namespace. So its code
// runs as it is written, and something can happen before each of its accesses to shared memory.

/// <summary>What happens before each access: whatever another thread may do just then.</summary>
internal static class Interruption
{
    [ThreadStatic]
    public static Action? Before;
}

/// <summary>Reads and writes that can be interrupted.</summary>
internal static class Volatile
{
    public static T Read<T>(ref T location)
        where T : unmanaged
    {
        Interruption.Before?.Invoke();
        return location;
    }

    public static void Write(ref int location, int value)
    {
        Interruption.Before?.Invoke();
        location = value;
    }
}

/// <summary>Exchanges that can be interrupted.</summary>
internal static class Interlocked
{
    public static T CompareExchange<T>(ref T location, T value, T comparand)
        where T : unmanaged, IEquatable<T>
    {
        Interruption.Before?.Invoke();
        T found = location;
        if (found.Equals(comparand)) location = value;
        return found;
    }
}

/// <summary>Waiting takes no time.</summary>
internal static class Thread
{
    public static void SpinWait(int iterations) => ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
}

/// <summary>Elements as the runtime library has them.</summary>
internal static class HeapMemory
{
    public static ref T At<T>(ref T first, int index)
        where T : unmanaged => ref Unsafe.Add(ref first, index);
}
