using System;
using System.IO;
using System.Runtime.InteropServices;
using Allocators.Benchmarks.Contestants;
using Allocators.Traces;

namespace Allocators.Replay.Passes;

/// <summary>Fills each object with its own pattern, and looks whether it is still there when the object is resized or freed.</summary>
internal readonly struct PatternCheck<TContestant>(string heap, int objects) : IWitness<TContestant>
    where TContestant : struct, IContestant
{
    private readonly int[] _sizes = new int[objects];

    public void Before(ref TContestant contestant, TraceEvent step, long token)
    {
        if (step.Action != TraceAction.Allocate) Check(ref contestant, step.Id, token, _sizes[step.Id]);
    }

    public void After(ref TContestant contestant, TraceEvent step, long token, bool served)
    {
        if (!served) return;

        if (step.Action == TraceAction.Resize) Check(ref contestant, step.Id, token, int.Min(_sizes[step.Id], step.Size));
        _sizes[step.Id] = step.Size;
        if (step.Size != 0) Fill(contestant.Bytes(token, step.Size), step.Id);
    }

    /// <summary>Checks an object that the program never freed.</summary>
    public void CheckSurvivor(ref TContestant contestant, int id, long token) => Check(ref contestant, id, token, _sizes[id]);

    private static void Fill(Span<byte> bytes, int id)
    {
        Span<int> whole = MemoryMarshal.Cast<byte, int>(bytes);
        whole.Fill(id);
        Span<byte> tail = bytes[(whole.Length * sizeof(int))..];
        BytesOf(ref id)[..tail.Length].CopyTo(tail);
    }

    private static bool IsFilled(ReadOnlySpan<byte> bytes, int id)
    {
        ReadOnlySpan<int> whole = MemoryMarshal.Cast<byte, int>(bytes);
        ReadOnlySpan<byte> tail = bytes[(whole.Length * sizeof(int))..];
        return !whole.ContainsAnyExcept(id) && tail.SequenceEqual(BytesOf(ref id)[..tail.Length]);
    }

    private static Span<byte> BytesOf(ref int id) => MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref id, 1));

    private void Check(ref TContestant contestant, int id, long token, int size)
    {
        if (size == 0 || IsFilled(contestant.Bytes(token, size)[..size], id)) return;

        throw new InvalidDataException($"{heap} damaged object {id}: its {size} bytes are not what was written to them");
    }
}
