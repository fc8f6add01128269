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
    public Task Chunks16() => Verifier.Verify(SnapshotSource.Of(Declarations.Chunks16, Newest), "cs");

    [Fact]
    public Task Chunks4096() => Verifier.Verify(SnapshotSource.Of(Declarations.Chunks4096, Newest), "cs");

    [Fact]
    public Task StaticClass() => Verifier.Verify(SnapshotSource.Of(Declarations.StaticClass, Newest), "cs");

    [Fact]
    public Task SpanOfChunks64() => Verifier.Verify(SnapshotSource.Of(Declarations.SpanOfChunks64, Newest), "cs");

    [Fact]
    public Task AddressOfChunks4096() => Verifier.Verify(SnapshotSource.Of(Declarations.AddressOfChunks4096, Newest), "cs");

    [Fact]
    public Task Teaspoon4KiB() => Verifier.Verify(SnapshotSource.Of(Declarations.Teaspoon4KiB, Newest), "cs");

    [Fact]
    public Task DeferredTeaspoon16MiB() => Verifier.Verify(SnapshotSource.Of(Declarations.DeferredTeaspoon16MiB, Newest), "cs");

    [Fact]
    public Task HeaderlessTeaspoon() => Verifier.Verify(SnapshotSource.Of(Declarations.HeaderlessTeaspoon, Newest), "cs");

    [Fact]
    public Task SharedTeaspoon128KiB() => Verifier.Verify(SnapshotSource.Of(Declarations.SharedTeaspoon128KiB, Newest), "cs");

    [Fact]
    public Task SharedLockFreeChunks64() => Verifier.Verify(SnapshotSource.Of(Declarations.SharedLockFreeChunks64, Newest), "cs");

    [Fact]
    public Task NullHeap() => Verifier.Verify(SnapshotSource.Of(Declarations.NullHeap, Newest), "cs");
}
