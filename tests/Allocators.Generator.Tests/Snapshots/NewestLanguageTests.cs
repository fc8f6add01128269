using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Output;
using Xunit;

namespace Allocators.Generator.Tests.Snapshots;

/// <summary>What users of the newest C# see when they step into their heap.</summary>
public class NewestLanguageTests
{
    private static readonly ProjectSettings Newest = new(Framework.Net10, "14") { Unsafe = true };

    [Fact]
    public Task Chunks16() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.Chunks16, Newest), "cs");

    [Fact]
    public Task Chunks4096() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.Chunks4096, Newest), "cs");

    [Fact]
    public Task StaticClass() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.StaticClass, Newest), "cs");

    [Fact]
    public Task AttachedClass() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.AttachedClass, Newest), "cs");

    [Fact]
    public Task AttachedSharedClass() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.AttachedSharedClass, Newest), "cs");

    [Fact]
    public Task SpanOfChunks64() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.SpanOfChunks64, Newest), "cs");

    [Fact]
    public Task AddressOfChunks4096() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.AddressOfChunks4096, Newest), "cs");

    [Fact]
    public Task AddressInStruct() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.AddressInStruct, Newest), "cs");

    [Fact]
    public Task SizeClasses64KiB() => Verifier.Verify(SnapshotSource.Of(SizeClassDeclarations.SizeClasses64KiB, Newest), "cs");

    [Fact]
    public Task Teaspoon4KiB() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.Teaspoon4KiB, Newest), "cs");

    [Fact]
    public Task DeferredTeaspoon16MiB() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.DeferredTeaspoon16MiB, Newest), "cs");

    [Fact]
    public Task HeaderlessTeaspoon() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.HeaderlessTeaspoon, Newest), "cs");

    [Fact]
    public Task SharedTeaspoon128KiB() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.SharedTeaspoon128KiB, Newest), "cs");

    [Fact]
    public Task SharedLockFreeChunks64() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.SharedLockFreeChunks64, Newest), "cs");

    [Fact]
    public Task NullHeap() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.NullHeap, Newest), "cs");

    [Fact]
    public Task Slab32() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.Slab32, Newest), "cs");

    [Fact]
    public Task StaticSlabOfValues() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.StaticSlabOfValues, Newest), "cs");

    [Fact]
    public Task LockFreeSlab() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.LockFreeSlab, Newest), "cs");

    [Fact]
    public Task FreeList64() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.FreeList64, Newest), "cs");

    [Fact]
    public Task UncheckedFreeList() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.UncheckedFreeList, Newest), "cs");

    [Fact]
    public Task FreeListOfValues() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.FreeListOfValues, Newest), "cs");

    [Fact]
    public Task LockFreeListAtAnAddress() => Verifier.Verify(SnapshotSource.Of(FixedSizeDeclarations.LockFreeListAtAnAddress, Newest), "cs");
}
