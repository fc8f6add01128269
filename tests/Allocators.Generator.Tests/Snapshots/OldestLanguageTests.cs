using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Allocators.Generator.Tests.Output;
using Xunit;

namespace Allocators.Generator.Tests.Snapshots;

/// <summary>What users of Unity see. Every Roslyn writes the same.</summary>
public class OldestLanguageTests
{
    private static readonly ProjectSettings Oldest = new(Framework.NetStandard21, "9");

    [Fact]
    public Task Chunks16() => Verifier.Verify(SnapshotSource.Of(SampleDeclarations.All["16 chunks"][0], Oldest), "cs");
}
