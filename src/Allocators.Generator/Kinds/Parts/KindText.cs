namespace Allocators.Generator.Kinds;

/// <summary>Bits of code that the states of several kinds have.</summary>
internal static class KindText
{
    /// <summary>Asks the JIT to put a method into its callers.</summary>
    public const string Inline = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>The start of the attribute of a struct that is as large as an array.</summary>
    public const string ArrayOf = "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential, Size = ";
}
