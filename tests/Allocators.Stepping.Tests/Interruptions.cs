using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Allocators.Tests;

/// <summary>
/// Processes on one list, each of which can be interrupted before any access to shared memory by calls of others, and these
/// again; who interrupts goes on to the end of its call.
/// </summary>
/// <remarks>
/// All of it runs on one thread, so that the words of the list can be looked at between any two accesses. What processes do that
/// interrupt each other by turns is left to the model in <c>tests/models</c>.
/// </remarks>
internal sealed class Interruptions
{
    private const int Nobody = -1;

    private readonly Choices _choices;
    private readonly Process[] _processes;
    private readonly int[] _links;
    private readonly int[] _owners;
    private readonly int _count;
    private LockFreeList _list;

    private Interruptions(Choices choices, int count, string[] programs)
    {
        _choices = choices;
        _count = count;
        _links = new int[count];
        _owners = [.. Enumerable.Repeat(Nobody, count)];
        _processes = [.. programs.Select(program => new Process(program))];
    }

    private ref ulong Top => ref Unsafe.As<LockFreeList, ulong>(ref _list);

    private ref long Fresh => ref Unsafe.As<ulong, long>(ref Unsafe.Add(ref Top, 1));

    private bool IsAnyFree => (uint)Top != 0 || Fresh < _count;

    /// <summary>Runs programs in all orders: <c>t</c> takes a block, <c>f</c> frees its oldest, if it has one, <c>d</c> tries to free block 0, whose ever it is.</summary>
    /// <param name="count">Blocks of the list.</param>
    /// <param name="before">What process 0 does at first, alone.</param>
    /// <param name="programs">What each process does then.</param>
    /// <returns>The number of orders.</returns>
    public static int Search(int count, string before, params string[] programs)
    {
        Choices choices = new();
        int runs = 0;
        do
        {
            Interruptions run = new(choices, count, programs);
            try
            {
                run.Run(before);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Order {choices}: {exception.Message}", exception);
            }
            finally
            {
                Interruption.Before = null;
            }

            runs++;
        }
        while (choices.TryAdvance());

        return runs;
    }

    private void Run(string before)
    {
        foreach (char call in before) Call(0, call);

        Interruption.Before = BeInterrupted;
        while (Ready() is { Count: > 0 } ready) Step(ready[_choices.Next(ready.Count)]);
        Interruption.Before = null;

        AssertAllAreSomewhere();
    }

    private List<int> Ready() => [.. Enumerable.Range(0, _processes.Length).Where(number => _processes[number].IsReady)];

    private void Step(int number)
    {
        Process process = _processes[number];
        process.IsInCall = true;
        process.SawNoneFree = false;
        Call(number, process.Program[process.Position++]);
        process.IsInCall = false;
    }

    private void BeInterrupted()
    {
        NoteIfNoneIsFree();
        while (Ready() is { Count: > 0 } ready && _choices.Next(ready.Count + 1) is > 0 and int choice)
        {
            Step(ready[choice - 1]);
            NoteIfNoneIsFree();
        }
    }

    private void NoteIfNoneIsFree()
    {
        if (IsAnyFree) return;
        foreach (Process process in _processes) process.SawNoneFree = true;
    }

    private void Call(int number, char call)
    {
        switch (call)
        {
            case 't':
                Take(number);
                break;
            case 'f':
                if (_processes[number].Blocks is [int index, ..])
                {
                    Assert.True(LockFreeList.TryClaim(ref _links[0], index), $"block {index} could not be claimed");
                    GiveBack(number, index);
                }

                break;
            case 'd':
                if (LockFreeList.TryClaim(ref _links[0], 0)) GiveBack(_owners[0], 0);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(call), call, "t, f or d");
        }
    }

    private void Take(int number)
    {
        if (!_list.TryPop(ref _links[0], _count, out int index))
        {
            Assert.Equal(-1, index);
            Assert.True(_processes[number].SawNoneFree, $"process {number} got no block, though one was free all the time");
            return;
        }

        // Nothing was accessed since the block was won.
        Assert.True(_owners[index] == Nobody, $"block {index} of process {_owners[index]} was given to process {number}");
        _owners[index] = number;
        _processes[number].Blocks.Add(index);
        LockFreeList.MarkLive(ref _links[0], index);
    }

    private void GiveBack(int owner, int index)
    {
        Assert.True(_processes[owner].Blocks.Remove(index), $"block {index} was freed twice");
        _list.Push(ref _links[0], index);
        Assert.Equal(owner, _owners[index]);
        _owners[index] = Nobody;
    }

    /// <summary>Each block is in the list, once, or never was given out, or has an owner.</summary>
    private void AssertAllAreSomewhere()
    {
        List<int> found = [.. Enumerable.Range(0, _count).Where(index => _owners[index] != Nobody || index >= Fresh)];
        for (uint link = (uint)Top; link != 0 && found.Count <= _count; link = (uint)_links[link - 1]) found.Add((int)link - 1);
        Assert.Equal(Enumerable.Range(0, _count), found.Order());
    }

    private sealed class Process(string program)
    {
        public readonly string Program = program;
        public readonly List<int> Blocks = [];
        public int Position;
        public bool IsInCall;
        public bool SawNoneFree;

        public bool IsReady => !IsInCall && Position < Program.Length;
    }
}
