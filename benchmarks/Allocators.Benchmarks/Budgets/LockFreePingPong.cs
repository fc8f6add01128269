using System.Collections.Generic;
using System.Linq;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>W1 of heaps without a lock that one thread uses, beside the same heaps with a lock.</summary>
internal sealed class LockFreePingPong : IBudget
{
    private const int Pairs = 5_000_000;
    private const double Limit = 1.0;

    public string Title => "LockFree W1";

    public IEnumerable<BudgetRow> Measure()
    {
        (string What, (Lane Locked, Lane LockFree) Lanes)[] pairs = [.. LockPair.All.Select(static pair => (pair.What, pair.PingPong()))];
        Contest.Run([.. pairs.SelectMany(static pair => (Lane[])[pair.Lanes.Locked, pair.Lanes.LockFree])], Pairs);
        return pairs.Select(static pair => BudgetRow.Relative(pair.What + ", W1, LockFree", Limit, pair.Lanes.LockFree, pair.Lanes.Locked));
    }
}
