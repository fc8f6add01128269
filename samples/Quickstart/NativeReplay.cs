using System;
using System.Runtime.InteropServices;
using Allocators.Traces;

namespace Quickstart;

/// <summary>Lets <c>malloc</c> and <c>free</c> serve the same requests, as the yardstick.</summary>
internal sealed unsafe class NativeReplay(int objects)
{
    private readonly nint[] _addresses = new nint[objects];

    /// <summary>Serves requests, and frees at the end what was not freed.</summary>
    public void Run(ReadOnlySpan<TraceEvent> events)
    {
        nint[] addresses = _addresses;
        foreach (TraceEvent step in events)
        {
            ref nint address = ref addresses[step.Id];
            switch (step.Action)
            {
                case TraceAction.Allocate:
                    address = (nint)NativeMemory.Alloc((nuint)step.Size);
                    break;
                case TraceAction.Resize:
                    address = (nint)NativeMemory.Realloc((void*)address, (nuint)step.Size);
                    break;
                case TraceAction.Free:
                    NativeMemory.Free((void*)address);
                    address = 0;
                    break;
            }
        }
    }

    /// <summary>Frees what the program itself never freed.</summary>
    public void Reset()
    {
        foreach (nint address in _addresses) NativeMemory.Free((void*)address);
        Array.Clear(_addresses);
    }
}
