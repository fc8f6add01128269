namespace Allocators.Generator.Kinds;

/// <summary>Bits of code that the states of several kinds have.</summary>
internal static class KindText
{
    /// <summary>Asks the JIT to put a method into its callers.</summary>
    public const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>The list of the runtime library that needs no lock.</summary>
    public const string LockFreeList = "global::Allocators.LockFreeList";

    /// <summary>Bytes of one; <c>LockFreeList.Size</c>.</summary>
    public const int LockFreeListBytes = 16;

    /// <summary>The start of the attribute of a struct that is as large as an array.</summary>
    public const string ArrayOf = "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = ";
}
