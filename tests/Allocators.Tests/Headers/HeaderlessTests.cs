using System;
using System.Runtime.InteropServices;
using Xunit;

namespace Allocators.Tests.Headers;

[Teaspoon(Variant = "4KiB", Bytes = 6144, Headers = false, Alignment = 4096)]
public static partial class HeaderlessPages;

/// <summary>What the conformance suite does not come across.</summary>
[Collection(nameof(HeaderlessTests))]
public sealed class HeaderlessTests
{
    [Fact]
    public void An_aligned_request_that_no_free_block_could_hold_is_refused()
    {
        HeaderlessPages.Reset();
        HeaderlessPages.Alloc(8);
        Block gap = HeaderlessPages.Alloc(8);
        HeaderlessPages.Alloc(300);
        HeaderlessPages.Alloc(8);
        HeaderlessPages.Free(gap);

        Assert.False(HeaderlessPages.TryAlloc(4112, 4096, out _));
        Assert.True(HeaderlessPages.TryAlloc(8, 4096, out Block page));
        Assert.Equal(4096, page.Offset);
        HeaderlessPages.Verify();
    }

    [Fact]
    public void A_link_that_was_written_to_is_found()
    {
        HeaderlessDeferred4KiB heap = default;
        Block first = heap.Alloc(16), second = heap.Alloc(16);
        heap.Free(first);
        heap.Free(second);
        heap.Verify();

        heap[second][0]++;
        Assert.Throws<InvalidOperationException>(() => heap.Verify());
    }

    [Fact]
    public void A_first_block_without_a_mark_is_found()
    {
        HeaderlessDeferred4KiB heap = default, half = default;
        heap.Alloc(16);

        // As a process leaves it that dies after it moved the top, and before it marked the block. Two counters are before the
        // top, which is the first number behind them that is not zero.
        Span<int> whole = NumbersOf(ref heap), numbers = NumbersOf(ref half);
        int top = 2 + whole[2..].IndexOfAnyExcept(0);
        numbers[top] = whole[top];
        Assert.Throws<InvalidOperationException>(() => half.Verify());

        numbers[top] = 0;
        half.Verify();
    }

    private static Span<int> NumbersOf(ref HeaderlessDeferred4KiB heap) =>
        MemoryMarshal.Cast<HeaderlessDeferred4KiB, int>(MemoryMarshal.CreateSpan(ref heap, 1));
}
