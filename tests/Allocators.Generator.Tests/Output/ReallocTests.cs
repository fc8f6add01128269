using System.Linq;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>A block is resized, or moved with its contents, in one entry of the state: nobody else comes between.</summary>
public sealed class ReallocTests
{
    [Theory]
    [InlineData("[Allocators.Teaspoon(Variant = \"128KiB\")] static partial class H { }")]
    [InlineData("[Allocators.FreeList(Blocks = 10, BlockSize = 24)] static partial class H { }")]
    [InlineData("[Allocators.ChunkHeap(Storage = Allocators.Storage.Pointer, Synchronization = Allocators.Synchronization.SpinLock)] partial struct H { }")]
    [InlineData("[Allocators.Teaspoon(Storage = Allocators.Storage.Pointer, State = Allocators.State.InMemory, Synchronization = Allocators.Synchronization.SpinLock)] partial struct H { }")]
    public void LockIsTakenOnce(string declaration)
    {
        SyntaxTree file = GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "10").Compile([declaration])).SyntaxTrees.Single(static tree => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal));

        Assert.Equal(1, EntriesIn(file, "TryMove"));
        Assert.Equal(0, EntriesIn(file, "TryRealloc"));
        Assert.Equal(0, EntriesIn(file, "Realloc"));
        Assert.Equal(0, EntriesIn(file, "TryReallocAddress"));
    }

    /// <summary>How often the methods of a name enter the lock themselves.</summary>
    private static int EntriesIn(SyntaxTree file, string name)
    {
        MethodDeclarationSyntax[] methods = [.. file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == name)];

        Assert.NotEmpty(methods);
        return methods.SelectMany(static method => method.DescendantNodes().OfType<InvocationExpressionSyntax>()).Count(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Enter" });
    }
}
