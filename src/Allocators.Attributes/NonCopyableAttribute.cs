using System;

namespace Allocators;

/// <summary>
/// Marks a struct of which a copy is no use: it would be another heap that gives out the same memory. The allocator writes it on heaps whose
/// bookkeeping is in the struct, and the analyzers of this package refuse copies of such a struct, and of every struct that has one in it.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class NonCopyableAttribute : Attribute;
