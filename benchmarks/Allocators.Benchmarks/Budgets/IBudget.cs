using System.Collections.Generic;

namespace Allocators.Benchmarks.Budgets;

/// <summary>Rows of the budget table that are measured together.</summary>
internal interface IBudget
{
    /// <summary>What is measured, for the one who waits.</summary>
    string Title { get; }

    IEnumerable<BudgetRow> Measure();
}
