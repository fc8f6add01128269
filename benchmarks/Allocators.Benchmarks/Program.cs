using Allocators.Benchmarks.Budgets;

if (args is ["--budgets"]) BudgetTable.Print();
