using System.Collections.Generic;
using Allocators.Generator.Model;

namespace Allocators.Generator.Kinds.NullHeap;

/// <summary>A heap without memory.</summary>
internal sealed record NullHeapSpec(HeapOptions Options) : HeapSpec(Options)
{
    public override string Contents => "no memory at all";

    public override int Capacity => 0;

    public override int MaxAllocation => 0;

    public override int UnitBytes => 1;

    /// <summary>Any alignment that some heap accepts: a request fails for want of room, not for its form.</summary>
    public override int MaxAlignment => HeapOptions.MaxFixedAlignment;

    public override IReadOnlyList<StateField> StateRows => [];

    protected override string KindName => "NullHeap";

    protected override IEnumerable<int> LayoutNumbers => [];

    protected override IEnumerable<string> OwnArguments => [];

    protected override string MemoryContents => "none";
}
