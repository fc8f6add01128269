using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Allocators;

// Memory for many values of a type whose size only the JIT knows: each of these holds two of the one before. They are not
// inline arrays, which end at 1 MiB on .NET 8 and which older frameworks do not have.
#pragma warning disable CS0169, CA1823, IDE0044, IDE0051 // Only the size counts.

/// <summary>Room for 2 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times2<T>
    where T : unmanaged
{
    private T _first, _second;
}

/// <summary>Room for 4 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times4<T>
    where T : unmanaged
{
    private Times2<T> _first, _second;
}

/// <summary>Room for 8 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times8<T>
    where T : unmanaged
{
    private Times4<T> _first, _second;
}

/// <summary>Room for 16 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times16<T>
    where T : unmanaged
{
    private Times8<T> _first, _second;
}

/// <summary>Room for 32 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times32<T>
    where T : unmanaged
{
    private Times16<T> _first, _second;
}

/// <summary>Room for 64 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times64<T>
    where T : unmanaged
{
    private Times32<T> _first, _second;
}

/// <summary>Room for 128 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times128<T>
    where T : unmanaged
{
    private Times64<T> _first, _second;
}

/// <summary>Room for 256 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times256<T>
    where T : unmanaged
{
    private Times128<T> _first, _second;
}

/// <summary>Room for 512 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times512<T>
    where T : unmanaged
{
    private Times256<T> _first, _second;
}

/// <summary>Room for 1,024 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times1024<T>
    where T : unmanaged
{
    private Times512<T> _first, _second;
}

/// <summary>Room for 2,048 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times2048<T>
    where T : unmanaged
{
    private Times1024<T> _first, _second;
}

/// <summary>Room for 4,096 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times4096<T>
    where T : unmanaged
{
    private Times2048<T> _first, _second;
}

/// <summary>Room for 8,192 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times8192<T>
    where T : unmanaged
{
    private Times4096<T> _first, _second;
}

/// <summary>Room for 16,384 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times16384<T>
    where T : unmanaged
{
    private Times8192<T> _first, _second;
}

/// <summary>Room for 32,768 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times32768<T>
    where T : unmanaged
{
    private Times16384<T> _first, _second;
}

/// <summary>Room for 65,536 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times65536<T>
    where T : unmanaged
{
    private Times32768<T> _first, _second;
}

/// <summary>Room for 131,072 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times131072<T>
    where T : unmanaged
{
    private Times65536<T> _first, _second;
}

/// <summary>Room for 262,144 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times262144<T>
    where T : unmanaged
{
    private Times131072<T> _first, _second;
}

/// <summary>Room for 524,288 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times524288<T>
    where T : unmanaged
{
    private Times262144<T> _first, _second;
}

/// <summary>Room for 1,048,576 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times1048576<T>
    where T : unmanaged
{
    private Times524288<T> _first, _second;
}

/// <summary>Room for 2,097,152 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times2097152<T>
    where T : unmanaged
{
    private Times1048576<T> _first, _second;
}

/// <summary>Room for 4,194,304 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times4194304<T>
    where T : unmanaged
{
    private Times2097152<T> _first, _second;
}

/// <summary>Room for 8,388,608 values in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Sequential)]
public struct Times8388608<T>
    where T : unmanaged
{
    private Times4194304<T> _first, _second;
}
