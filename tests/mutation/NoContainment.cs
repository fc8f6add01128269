namespace Allocators.Tests.Containment;

/// <summary>What Sharing/WorkerProgram.cs refers to besides sharing. This selection has no containment suite, and nobody asks for it.</summary>
internal static class ContainmentProgram
{
    public const string Name = "containment";

    public static int Run(string[] arguments) => throw new System.NotSupportedException(string.Join(' ', arguments));
}
