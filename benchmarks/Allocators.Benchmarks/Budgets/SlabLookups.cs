using System.Collections.Generic;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>What it takes to come from a handle to the bytes, the check of the generation included.</summary>
internal sealed class SlabLookups : IBudget
{
    private const double Limit = 1.2;

    public string Title => "Slab, heap[handle]";

    public IEnumerable<BudgetRow> Measure()
    {
        LookupContest looks = LookupContest.Run(isChain: false);
        yield return BudgetRow.AtMost("heap[handle], first byte, less the loop", Limit, looks.Net(looks.Slab), "ns", "N2");
        yield return BudgetRow.Told("heap[handle], first byte, and the loop", looks.Slab.Nanoseconds, "ns");
        yield return BudgetRow.Told("typed heap[handle], less the loop", looks.Net(looks.Typed), "ns");
        yield return BudgetRow.Told("typed heap[handle], and the loop", looks.Typed.Nanoseconds, "ns");
        yield return BudgetRow.Told("bytes[offset] of a byte[], less the loop", looks.Net(looks.Array), "ns");
        yield return BudgetRow.Told("the loop itself", looks.Loop.Nanoseconds, "ns");

        LookupContest chain = LookupContest.Run(isChain: true);
        yield return BudgetRow.Told("heap[handle] that leads to the next, less the loop", chain.Net(chain.Slab), "ns");
        yield return BudgetRow.Told("typed heap[handle] that leads to the next, less the loop", chain.Net(chain.Typed), "ns");
        yield return BudgetRow.Told("bytes[offset] that leads to the next, less the loop", chain.Net(chain.Array), "ns");
        yield return BudgetRow.Told("the loop from one to the next", chain.Loop.Nanoseconds, "ns");
    }
}
