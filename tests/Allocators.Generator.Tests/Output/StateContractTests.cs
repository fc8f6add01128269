using System;
using System.Collections.Generic;
using System.Linq;
using Allocators.Generator.Model;
using Allocators.Generator.Pipeline;
using Allocators.Generator.Surface;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>Each state has the members that the shape of its heap promises, and no others that anybody could call.</summary>
public sealed class StateContractTests
{
    public static TheoryData<string> Names => new(SampleDeclarations.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void StateHasTheMembersOfItsShape(string declaration)
    {
        CSharpCompilation compilation = ProjectSettings.Default.Compile(SampleDeclarations.All[declaration]);
        List<HeapDeclaration> heaps = [.. GeneratorHarness.Run(compilation).TrackedSteps[AllocatorGenerator.DeclarationStep].SelectMany(static step => step.Outputs).Select(static output => output.Value).OfType<HeapDeclaration>()];

        Assert.NotEmpty(heaps);
        Assert.All(heaps, static heap =>
        {
            HeapShape shape = heap.Kind.Code(heap.Spec).Shape;
            TypeDeclarationSyntax state = StateIn(HeapWriter.Write(heap, new Capabilities(1000, false, false, false, false)));
            Assert.Equal(shape.Members(heap.Spec).Order(StringComparer.Ordinal), PublicMembers(state).Distinct().Order(StringComparer.Ordinal));
        });
    }

    private static TypeDeclarationSyntax StateIn(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Single(static type => type.Identifier.Text == "HeapState");

    private static IEnumerable<string> PublicMembers(TypeDeclarationSyntax state) =>
        from member in state.Members
        where member.Modifiers.Any(SyntaxKind.PublicKeyword)
        select member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => member.ToString(),
        };
}
