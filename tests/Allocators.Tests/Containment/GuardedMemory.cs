using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Allocators.Tests.Containment;

/// <summary>Memory between pages that nobody may read or write: 8 GiB on each side, so that no offset of 32 bits leads past them.</summary>
internal sealed unsafe partial class GuardedMemory
{
    private const long GuardBytes = 8L << 30;
    private const long MostBytes = 256L << 20;

    private static readonly nint AllBytes = unchecked((nint)(MostBytes + (2 * GuardBytes)));

    private readonly byte* _first;
    private long _openBytes;

    public GuardedMemory()
    {
        nint reserved = Map(0, AllBytes, Protection.None, MapPrivate | MapAnonymous | MapNoReserve, -1, 0);
        if (reserved == -1) throw new Win32Exception(Marshal.GetLastPInvokeError(), "No address space for guard pages");
        _first = (byte*)reserved + GuardBytes;
    }

    [Flags]
    private enum Protection
    {
        None = 0,
        ReadWrite = 3,
    }

    private const int MapPrivate = 0x02, MapAnonymous = 0x20, MapNoReserve = 0x4000, DontNeed = 4;

    /// <summary>Why there are no guard pages here, or null.</summary>
    public static string? WhyNot => OperatingSystem.IsLinux() && Environment.Is64BitProcess ? null : "Guard pages are made with the calls of Linux, in 64 bits.";

    /// <summary>The first byte between the guard pages.</summary>
    public byte* Start => _first;

    /// <summary>The byte behind the last between the guard pages.</summary>
    public byte* End => _first + _openBytes;

    /// <summary>New memory of zeros: as many pages as so many bytes need.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="alignment">A power of two, what the start is a multiple of.</param>
    /// <param name="atEnd">Whether the bytes end where the pages do. Else they start there.</param>
    /// <returns>Where the bytes start.</returns>
    public byte* Open(long bytes, int alignment, bool atEnd)
    {
        if (_openBytes > 0)
        {
            Succeed(Advise((nint)_first, (nint)_openBytes, DontNeed));
            Succeed(Protect((nint)_first, (nint)_openBytes, Protection.None));
        }

        _openBytes = Math.Max(bytes + Environment.SystemPageSize - 1, 1) / Environment.SystemPageSize * Environment.SystemPageSize;
        if (_openBytes > MostBytes) throw new NotSupportedException($"{bytes:N0} bytes are more than lie between the guard pages.");

        Succeed(Protect((nint)_first, (nint)_openBytes, Protection.ReadWrite));
        return atEnd ? (byte*)((nint)(End - bytes) & -alignment) : Start;
    }

    private static void Succeed(int result)
    {
        if (result != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Map(nint address, nint length, Protection protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(nint address, nint length, Protection protection);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nint length, int advice);
}
