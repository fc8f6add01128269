using System.Globalization;
using Allocators.Benchmarks.Contests;

namespace Allocators.Benchmarks.Budgets;

/// <summary>A line of the budget table.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Budget">What it may cost, or nothing if it is only told.</param>
/// <param name="Measured">What it does cost.</param>
/// <param name="Ratio">As a multiple of the yardstick, if there is one.</param>
/// <param name="IsMet">Whether that is within the budget; null if there is none, or its yardstick is missing.</param>
internal sealed record BudgetRow(string What, string Budget, string Measured, string Ratio, bool? IsMet)
{
    /// <summary>At most so many times what another lane of the same contest takes.</summary>
    public static BudgetRow Relative(string what, double limit, Lane lane, Lane? yardstick)
    {
        string measured = Format($"{lane.Nanoseconds:N2} ns");
        if (yardstick is null) return new BudgetRow(what, Format($"≤ {limit:N2} × what is not installed"), measured, "", null);

        double ratio = lane.Nanoseconds / yardstick.Nanoseconds;
        string budget = Format($"≤ {limit:N2} × {yardstick.Name} ({yardstick.Nanoseconds:N2} ns)");
        return new BudgetRow(what, budget, measured, Format($"{ratio:N2}"), ratio <= limit);
    }

    /// <summary>At most so many of a unit.</summary>
    public static BudgetRow AtMost(string what, double limit, double measured, string unit, string format = "N1") =>
        new(what, "≤ " + Number(limit, unit, format), Number(measured, unit, format), "", measured <= limit);

    /// <summary>Less than something else that was measured.</summary>
    public static BudgetRow LessThan(string what, double other, double measured, string unit, string format = "N1") =>
        new(what, "< " + Number(other, unit, format), Number(measured, unit, format), "", measured < other);

    /// <summary>More than something else that was measured.</summary>
    public static BudgetRow MoreThan(string what, double other, double measured, string unit, string format = "N1") =>
        new(what, "> " + Number(other, unit, format), Number(measured, unit, format), Format($"{measured / other:N2}"), measured > other);

    /// <summary>No budget, but good to know.</summary>
    public static BudgetRow Told(string what, double measured, string unit, string format = "N2") => new(what, "", Number(measured, unit, format), "", null);

    private static string Number(double value, string unit, string format) => value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;

    private static string Format(System.FormattableString text) => System.FormattableString.Invariant(text);
}
