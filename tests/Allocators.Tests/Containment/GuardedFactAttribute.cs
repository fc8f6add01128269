using System;
using Xunit;

namespace Allocators.Tests.Containment;

/// <summary>A test that needs guard pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedFactAttribute : FactAttribute
{
    /// <summary>Says why there are none, if so.</summary>
    public GuardedFactAttribute() => Skip = GuardedMemory.WhyNot;
}

/// <inheritdoc cref="GuardedFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardedTheoryAttribute : TheoryAttribute
{
    /// <summary>Says why there are none, if so.</summary>
    public GuardedTheoryAttribute() => Skip = GuardedMemory.WhyNot;
}
