using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using Allocators.Tests.Containment;

namespace Allocators.Tests.Sharing;

/// <summary>The tests as a program: a process that shares heaps with a test, which may kill it at any moment, or one that heaps may crash.</summary>
internal static class WorkerProgram
{
    public const string Churn = "churn";
    public const string Hold = "hold";
    public const string Open = "open";

    /// <summary>What a worker has to say when something was wrong.</summary>
    public static string ComplaintOf(string path, int worker) => FormattableString.Invariant($"{path}.{worker}");

    /// <summary>How these tests are started as a program. It is to start fast, and seldom lives long.</summary>
    public static ProcessStartInfo Invocation(params string[] arguments) => new(Host, [typeof(WorkerProgram).Assembly.Location, .. arguments])
    {
        Environment = { ["DOTNET_gcConcurrent"] = "0", ["DOTNET_TieredPGO"] = "0" },
    };

    /// <summary>The program that runs .NET programs: the one that runs the tests, if that was not built into them.</summary>
    private static string Host => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [Churn, string path, string worker, string seed]:
                return Run(path, int.Parse(worker, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
            case [Open, string path, string worker]:
                return OpenAll(path, int.Parse(worker, CultureInfo.InvariantCulture));
            case [Hold, string path]:
                HoldLock(path);
                return 0;
            case [ContainmentProgram.Name, .. string[] rest]:
                return ContainmentProgram.Run(rest);
            default:
                Console.Error.WriteLine($"{Churn} FILE WORKER SEED, {Open} FILE WORKER, {Hold} FILE, or {ContainmentProgram.Name} and what it is told. The tests are run with dotnet test.");
                return 2;
        }
    }

    private static int Run(string path, int worker, int seed)
    {
        try
        {
            using SharedFile file = new(path);
            Random random = new(seed);
            Tenant[] tenants =
            [
                new Tenant<SharedSpoon>(file.Spoon, file, worker, 0),
                new Tenant<SharedDeferredSpoon>(file.DeferredSpoon, file, worker, 1),
                new Tenant<SharedChunks>(file.Chunks, file, worker, 2),
            ];

            ref long operations = ref file.Operations(worker);
            for (Volatile.Write(ref operations, 1); file.Command != Command.Stop;)
            {
                if (file.Command == Command.Pause)
                {
                    Thread.Sleep(1);
                    continue;
                }

                tenants[random.Next(tenants.Length)].Step(random);
                Volatile.Write(ref operations, operations + 1);
            }

            foreach (Tenant tenant in tenants) tenant.Leave();
            return 0;
        }
        catch (Exception complaint)
        {
            File.WriteAllText(ComplaintOf(path, worker), complaint.ToString());
            return 1;
        }
    }

    private static int OpenAll(string path, int worker)
    {
        try
        {
            using CrowdedFile file = new(path);
            for (int heap = 0; heap < CrowdedFile.Heaps; heap++)
            {
                file.WaitForAll(heap);
                file.Open(heap, out SharedSpoon4KiB spoon, out SharedPool pool, out PointerInMemoryLockFreeByteList65 list);
                spoon[spoon.Alloc(8)].Fill((byte)worker);
                pool[pool.Alloc(8)].Fill((byte)worker);
                list.Alloc((byte)worker);
            }

            return 0;
        }
        catch (Exception complaint)
        {
            File.WriteAllText(ComplaintOf(path, worker), complaint.ToString());
            return 1;
        }
    }

    /// <summary>Closes a lock at the start of a file, and never opens it.</summary>
    private static unsafe void HoldLock(string path)
    {
        using Mapping mapping = new(path, Environment.SystemPageSize);
        ((SharedHeapLock*)mapping.Address)->Enter("Held");
        Thread.Sleep(Timeout.Infinite);
    }
}
