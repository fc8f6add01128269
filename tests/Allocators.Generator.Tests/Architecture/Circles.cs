using System;
using System.Collections.Generic;

namespace Allocators.Generator.Tests.Architecture;

/// <summary>Finds what refers to each other.</summary>
internal static class Circles
{
    /// <summary>The strongly connected components of a graph: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (2), 1972.</summary>
    public static List<IReadOnlyList<T>> Among<T>(IReadOnlyCollection<T> nodes, Func<T, IEnumerable<T>> referencesOf)
        where T : notnull
    {
        List<IReadOnlyList<T>> circles = [];
        HashSet<T> known = [.. nodes];
        Dictionary<T, int> numbers = [], lowest = [];
        Stack<T> open = new();
        HashSet<T> isOpen = [];
        foreach (T node in nodes)
        {
            if (!numbers.ContainsKey(node)) Visit(node);
        }

        return circles;

        void Visit(T node)
        {
            numbers[node] = lowest[node] = numbers.Count;
            open.Push(node);
            isOpen.Add(node);
            foreach (T other in referencesOf(node))
            {
                if (!known.Contains(other)) continue;

                if (!numbers.TryGetValue(other, out int number))
                {
                    Visit(other);
                    lowest[node] = Math.Min(lowest[node], lowest[other]);
                }
                else if (isOpen.Contains(other))
                {
                    lowest[node] = Math.Min(lowest[node], number);
                }
            }

            if (lowest[node] != numbers[node]) return;

            List<T> circle = [];
            T last;
            do
            {
                last = open.Pop();
                isOpen.Remove(last);
                circle.Add(last);
            }
            while (!last.Equals(node));

            circles.Add(circle);
        }
    }
}
