using System;

namespace Allocators.Tests.Containment;

/// <summary>A heap did what no damage to its memory may make it do.</summary>
public sealed class BreachException(string message) : Exception(message);
