using System;
using System.Collections.Generic;
using System.Linq;

namespace Allocators.Replay;

/// <summary>Finds what was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name that takes the fewest changed, missing or additional letters.</summary>
    public static string Of(string name, IEnumerable<string> known) => known.MinBy(candidate => Distance(name, candidate))!;

    private static int Distance(string left, string right)
    {
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        foreach (char letter in left)
        {
            int[] row = new int[above.Length];
            row[0] = above[0] + 1;
            for (int i = 0; i < right.Length; i++)
            {
                int changed = above[i] + (letter == right[i] ? 0 : 1);
                row[i + 1] = int.Min(changed, int.Min(above[i + 1], row[i]) + 1);
            }

            above = row;
        }

        return above[^1];
    }
}
