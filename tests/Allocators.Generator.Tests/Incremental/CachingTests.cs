using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Allocators.Generator.Tests.Incremental;

/// <summary>An edit costs what it changes: named by the edit, and by what is done again after it.</summary>
public class CachingTests
{
    private const int Heaps = 10;
    private const string OtherFile = "internal class Other { internal int Number() => 1; }";

    private static readonly ProjectSettings Settings = ProjectSettings.Default;

    [Fact]
    public void EditOfAnotherFileChangesNothing()
    {
        IncrementalRun run = new(Settings, AllHeaps(), OtherFile);

        run.Edit(1, "internal class Another { internal string Text() => nameof(Heap3); }");

        AssertNothingIsDoneAgain(run);
    }

    [Fact]
    public void CommentInTheSameFileChangesNothing()
    {
        IncrementalRun run = new(Settings, AllHeaps(), OtherFile);

        run.Edit(0, "// A comment moves every declaration.\n" + AllHeaps());

        AssertNothingIsDoneAgain(run);
    }

    [Fact]
    public void OwnMethodInAHeapChangesNothing()
    {
        IncrementalRun run = new(Settings, AllHeaps(), "internal partial struct Heap3 { internal int One() => 1; }");

        run.Edit(1, "internal partial struct Heap3 { internal int Two() => 2; }");

        AssertNothingIsDoneAgain(run);
    }

    [Fact]
    public void SameNumbersInOtherWordsChangeNothing()
    {
        IncrementalRun run = new(Settings, AllHeaps());

        run.Edit(0, AllHeaps().Replace("ChunkSize = 64", "ChunkSize = 1 << 6", StringComparison.Ordinal));

        AssertNothingIsDoneAgain(run);
    }

    [Fact]
    public void EditOfOneHeapOfTenWritesThatHeapAlone()
    {
        IncrementalRun run = new(Settings, AllHeaps());

        run.Edit(0, AllHeaps().Replace(Heap(3), "[Allocators.ChunkHeap(Chunks = 777)] internal partial struct Heap3 { }", StringComparison.Ordinal));

        AssertOneIs(IsWrittenAnew, run.OutputReasons, cached: Heaps - 1);
        Assert.Contains(run.Result.GeneratedSources, static source => source.SourceText.ToString().Contains("Chunks = 777;", StringComparison.Ordinal));
    }

    [Fact]
    public void NewHeapIsWrittenAlone()
    {
        IncrementalRun run = new(Settings, AllHeaps(), OtherFile);

        run.Edit(1, "[Allocators.ChunkHeap] internal partial struct Eleventh { }");

        AssertOneIs(static reason => reason == IncrementalStepRunReason.New, run.OutputReasons, cached: Heaps);
    }

    [Fact]
    public void HeapThatBecomesWrongIsTakenAwayAlone()
    {
        IncrementalRun run = new(Settings, AllHeaps(), Heap(11));

        run.Edit(1, "[Allocators.ChunkHeap(ChunkSize = 100)] internal partial struct Heap11 { }");

        Assert.Equal(Heaps, run.Result.GeneratedSources.Length);
        AssertOneIs(static reason => reason == IncrementalStepRunReason.Removed, run.OutputReasons, cached: Heaps);
    }

    [Fact]
    public void AllowingUnsafeCodeWritesAnew()
    {
        IncrementalRun run = new(Settings, "[Allocators.ChunkHeap] internal static partial class Memory { }");
        Assert.DoesNotContain("void*", Source(run), StringComparison.Ordinal);

        run.Edit(Settings with { Unsafe = true });

        AssertIsWrittenAnew(run);
        Assert.Contains("void*", Source(run), StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfAnotherFileChangesNothingForNetStandard()
    {
        IncrementalRun run = new(new ProjectSettings(Framework.NetStandard21, "9"), AllHeaps(), OtherFile);

        run.Edit(1, "internal class Another { }");

        AssertNothingIsDoneAgain(run);
    }

    [Fact]
    public void OtherLanguageVersionWritesAnew()
    {
        IncrementalRun run = new(Settings, "[Allocators.ChunkHeap] internal partial struct Heap { }");

        run.Edit(Settings with { Language = "9" });

        AssertIsWrittenAnew(run);
    }

    [Fact]
    public void LanguageVersionThatIsTooOldTakesTheHeapAway()
    {
        IncrementalRun run = new(Settings, "[Allocators.ChunkHeap] internal partial struct Heap { }");

        run.Edit(Settings with { Language = "8" });

        Assert.Empty(run.Result.GeneratedSources);
    }

    private static void AssertNothingIsDoneAgain(IncrementalRun run)
    {
        List<IncrementalStepRunReason> declarations = run.Reasons(AllocatorGenerator.DeclarationStep);

        Assert.Equal(Heaps, declarations.Count);
        Assert.All(declarations.Concat(run.Reasons(AllocatorGenerator.CapabilitiesStep)), static reason =>
            Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString()));
        Assert.Equal(Heaps, run.OutputReasons.Count);
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static void AssertOneIs(Predicate<IncrementalStepRunReason> isExpected, List<IncrementalStepRunReason> reasons, int cached)
    {
        Assert.Single(reasons, isExpected);
        Assert.Equal(cached, reasons.Count(static reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(cached + 1, reasons.Count);
    }

    private static void AssertIsWrittenAnew(IncrementalRun run)
    {
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(AllocatorGenerator.CapabilitiesStep));
        Assert.True(IsWrittenAnew(Assert.Single(run.OutputReasons)));
    }

    /// <summary>The oldest Roslyn does not tell a file that is written again from a new one.</summary>
    private static bool IsWrittenAnew(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New;

    private static string Source(IncrementalRun run) => run.Result.GeneratedSources.Single().SourceText.ToString();

    private static string AllHeaps() => string.Join("\n", Enumerable.Range(0, Heaps).Select(Heap));

    private static string Heap(int number) =>
        $"[Allocators.ChunkHeap(Chunks = {100 + number}, ChunkSize = 64)] internal partial struct Heap{number} {{ }}";
}
