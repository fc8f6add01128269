using System;

namespace Allocators;

/// <summary>
/// Writes a heap without memory: every request fails, it owns nothing, and freeing a block throws. It ends a chain of
/// fallbacks, and stands in where a test wants a heap that is always full.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class NullHeapAttribute : HeapAttribute
{
}
