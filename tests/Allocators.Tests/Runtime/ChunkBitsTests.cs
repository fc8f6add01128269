using System;
using System.Linq;
using Xunit;

namespace Allocators.Tests;

/// <summary>The two bits of each chunk against an array of states.</summary>
public sealed class ChunkBitsTests
{
    private const int Chunks = 320;

    private static readonly int[] Counts = [1, 2, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 191, 192, 193, 200];

    private readonly ChunkBits[] _words = new ChunkBits[Chunks / 64];

    /// <summary>What can be in a chunk, with the value that its used bit and its head bit have together.</summary>
    private enum Is
    {
        Free = 0,
        ParkedHead = 1,
        Rest = 2,
        LiveHead = 3,
    }

    [Fact]
    public void A_block_of_every_length_goes_through_its_states_at_every_place()
    {
        foreach (int count in Counts)
        {
            for (int first = 0; first + count <= Chunks; first++)
            {
                ChunkBits.Take(ref _words[0], first, count);
                Assert.Equal(Block(first, count, Is.LiveHead), States());
                Assert.True(ChunkBits.IsLiveHead(in _words[0], first));

                ChunkBits.Park(ref _words[0], first);
                Assert.Equal(Block(first, count, Is.ParkedHead), States());
                Assert.False(ChunkBits.IsLiveHead(in _words[0], first));

                ChunkBits.Unpark(ref _words[0], first);
                Assert.Equal(Block(first, count, Is.LiveHead), States());

                ChunkBits.Release(ref _words[0], first, count);
                Assert.All(States(), state => Assert.Equal(Is.Free, state));
            }
        }
    }

    [Fact]
    public void A_parked_block_is_released_like_a_live_one()
    {
        foreach (int count in Counts)
        {
            ChunkBits.Take(ref _words[0], 60, count);
            ChunkBits.Park(ref _words[0], 60);
            ChunkBits.Release(ref _words[0], 60, count);
            Assert.All(States(), state => Assert.Equal(Is.Free, state));
        }
    }

    [Fact]
    public void Chunks_are_added_behind_a_block()
    {
        foreach (int count in Counts)
        {
            Array.Clear(_words);
            ChunkBits.Take(ref _words[0], 30, 10);
            ChunkBits.Extend(ref _words[0], 40, count);
            Assert.Equal(Block(30, 10 + count, Is.LiveHead), States());
        }
    }

    [Fact]
    public void Closed_chunks_are_neither_free_nor_live_nor_the_rest_of_a_block()
    {
        foreach (int count in Counts)
        {
            int first = Chunks - count;
            ChunkBits.Close(ref _words[0], first, count);
            Assert.All(States()[first..], state => Assert.Equal(Is.ParkedHead, state));
            Assert.All(States()[..first], state => Assert.Equal(Is.Free, state));

            ChunkBits.Open(ref _words[0], first, count);
            Assert.All(States(), state => Assert.Equal(Is.Free, state));
        }
    }

    [Fact]
    public void What_lies_beside_chunks_stays_as_it_is()
    {
        foreach (int count in Counts)
        {
            foreach (int first in new[] { 1, 31, 32, 63, 64 - (count % 64), 64 })
            {
                Array.Fill(_words, new ChunkBits { Used = ulong.MaxValue });
                ChunkBits.Release(ref _words[0], first, count);
                Assert.Equal(Around(Is.Rest, first, count, Is.Free), States());

                Array.Clear(_words);
                ChunkBits.Close(ref _words[0], first, count);
                Assert.Equal(Around(Is.Free, first, count, Is.ParkedHead), States());

                Array.Fill(_words, new ChunkBits { Head = ulong.MaxValue });
                ChunkBits.Open(ref _words[0], first, count);
                Assert.Equal(Around(Is.ParkedHead, first, count, Is.Free), States());
            }
        }
    }

    [Fact]
    public void The_questions_of_a_word_are_combinations_of_its_bits()
    {
        _words[1] = new ChunkBits { Used = 0b1100, Head = 0b1010 };
        Assert.Equal(0b1100UL, ChunkBits.UsedIn(in _words[0], 1));
        Assert.Equal(~0b1110UL, ChunkBits.FreeIn(in _words[0], 1));
        Assert.Equal(0b1000UL, ChunkBits.LiveHeadsIn(in _words[0], 1));
        Assert.Equal(~0b0100UL, ChunkBits.EndsIn(in _words[0], 1));
    }

    private static Is[] Block(int first, int count, Is head)
    {
        Is[] states = new Is[Chunks];
        states.AsSpan(first, count).Fill(Is.Rest);
        states[first] = head;
        return states;
    }

    private static Is[] Around(Is outside, int first, int count, Is inside)
    {
        Is[] states = new Is[Chunks];
        Array.Fill(states, outside);
        states.AsSpan(first, count).Fill(inside);
        return states;
    }

    private Is[] States() => [.. Enumerable.Range(0, Chunks).Select(chunk =>
        (Is)((_words[chunk / 64].Used >> (chunk % 64) & 1) * 2 + (_words[chunk / 64].Head >> (chunk % 64) & 1)))];
}
