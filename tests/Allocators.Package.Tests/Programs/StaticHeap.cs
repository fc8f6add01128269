using System;
using System.Globalization;
using System.IO;
using Allocators;

namespace Consumer
{
#if LARGE
    [ChunkHeap(Chunks = 65536, ChunkSize = 256)]
#else
    [ChunkHeap(Chunks = 1, ChunkSize = 256)]
#endif
    public static partial class StaticHeap
    {
    }

    /// <summary>What a type looks like that does need an initializer.</summary>
    public static class InitializedAtRunTime
    {
        public static readonly int Value = Environment.ProcessId;
    }

    public static class Program
    {
        public static void Main()
        {
            Console.WriteLine(KiB("RssAnon:"));
            Console.WriteLine(KiB("VmRSS:"));

            nint address = StaticHeap.AllocAddress(200);
            Console.WriteLine(StaticHeap.UsedBytes.ToString(CultureInfo.InvariantCulture));
            StaticHeap.FreeAddress(address);
            Console.WriteLine(InitializedAtRunTime.Value > 0);
        }

        private static string KiB(string name)
        {
            foreach (string line in File.ReadLines("/proc/self/status"))
            {
                if (line.StartsWith(name, StringComparison.Ordinal)) return line.Substring(name.Length).Replace("kB", "", StringComparison.Ordinal).Trim();
            }

            return "";
        }
    }
}
