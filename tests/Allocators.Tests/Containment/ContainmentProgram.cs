using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Allocators.Tests.Containment;

/// <summary>The attacks as a program: one that may crash, one that repeats what crashed, and one for long runs.</summary>
internal static class ContainmentProgram
{
    public const string Name = "containment";
    public const string Attack = "attack";

    /// <summary>Rounds of a heap under one seed: a multiple of the sorts of attacks, so that all heaps have all of them.</summary>
    public const int Rounds = Mix.SortCount;

    public const int OperationsInRound = 600;

    private const long DefaultOperations = 1_000_000_000;
    private const int DefaultFailures = 100;
    private const string Usage = "[OPERATIONS [SEED [FAILURES]]], replay HEAP SEED, or list.";

    public static int Run(string[] arguments)
    {
        if (GuardedMemory.WhyNot is { } reason)
        {
            Console.Error.WriteLine(reason);
            return 2;
        }

        switch (arguments)
        {
            case [Attack, string file, string attackSeed, string from, .. string[] names]:
                return AttackAll(file, Number(attackSeed), Number(from), names);
            case ["replay", string heap, string seed]:
                return Replay(Suspect.Named(heap), Number(seed));
            case ["list"]:
                foreach (Suspect suspect in Suspect.All) Console.WriteLine(suspect.Name);
                return 0;
            case { Length: <= 3 }:
                long operations = arguments is [string first, ..] ? long.Parse(first, CultureInfo.InvariantCulture) : DefaultOperations;
                int start = arguments is [_, string second, ..] ? Number(second) : Random.Shared.Next();
                return March(operations, start, arguments is [_, _, string third] ? Number(third) : DefaultFailures);
            default:
                Console.Error.WriteLine($"{Name} {Usage}");
                return 2;
        }
    }

    /// <summary>The heaps of a name, or all.</summary>
    public static IReadOnlyList<Suspect> SuspectsOf(string[] names) => names.Length == 0 ? Suspect.All : Array.ConvertAll(names, Suspect.Named);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Attacks heap after heap, from one on, until one fails.</summary>
    private static int AttackAll(string file, int seed, int first, string[] names)
    {
        using Progress progress = new(file);
        IReadOnlyList<Suspect> suspects = SuspectsOf(names);
        for (int index = first; index < suspects.Count; index++)
        {
            progress.Suspect = index;
            int start = StartOf(seed, index);
            for (int round = 0; round < Rounds; round++)
            {
                progress.Seed = start + round;
                try
                {
                    suspects[index].Besiege(progress, trace: null).Run(start + round, OperationsInRound);
                }
                catch (BreachException breach)
                {
                    Console.Error.WriteLine(breach.Message);
                    return 1;
                }
            }
        }

        return 0;
    }

    /// <summary>The seed of the first round of a heap. The others count from there.</summary>
    private static int StartOf(int seed, int index)
    {
        ulong mixed = unchecked(((ulong)(uint)seed << 32 | (uint)index) * 0x9E3779B97F4A7C15);
        return (int)((mixed ^ mixed >> 29) % (int.MaxValue - Rounds));
    }

    private static int Replay(Suspect suspect, int seed)
    {
        string file = Path.GetTempFileName();
        try
        {
            using Progress progress = new(file);
            using StreamWriter trace = new(Console.OpenStandardOutput()) { AutoFlush = true };
            suspect.Besiege(progress, trace).Run(seed, OperationsInRound);
            trace.WriteLine("Nothing happened outside.");
            return 0;
        }
        catch (BreachException breach)
        {
            Console.Error.WriteLine(breach.Message);
            return 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int March(long operations, int seed, int mostFailures)
    {
        Campaign campaign = new(operations, seed, mostFailures, Console.Out);
        Console.WriteLine($"{operations:N0} operations on {Suspect.All.Count} heaps, from seed {seed} on");
        campaign.Run();
        Console.WriteLine($"{campaign.Operations:N0} operations, {campaign.Failures.Count} failures");
        return campaign.Failures.Count == 0 && campaign.Operations >= operations ? 0 : 1;
    }
}
