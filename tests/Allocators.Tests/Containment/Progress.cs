using System;
using System.Threading;

namespace Allocators.Tests.Containment;

/// <summary>How far a process has come, in a file, so that it can be read even when the process has crashed.</summary>
internal sealed unsafe class Progress(string path) : IDisposable
{
    private const int Bytes = 4096;

    private readonly Mapping _mapping = new(path, Bytes);

    /// <summary>Operations of all rounds that were begun.</summary>
    public ref long Operations => ref Number(0);

    /// <summary>Which of the suspects it is at.</summary>
    public ref long Suspect => ref Number(1);

    /// <summary>The seed of the round.</summary>
    public ref long Seed => ref Number(2);

    /// <summary>Which operation of the round it is at.</summary>
    public ref long Operation => ref Number(3);

    /// <summary>Notes that an operation begins.</summary>
    public void Begin(int operation)
    {
        Volatile.Write(ref Operation, operation);
        Volatile.Write(ref Operations, Operations + 1);
    }

    public void Dispose() => _mapping.Dispose();

    private ref long Number(int index) => ref ((long*)_mapping.Address)[index];
}
