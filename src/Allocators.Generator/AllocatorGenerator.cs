using Allocators.Generator.Declarations;
using Allocators.Generator.Kinds;
using Allocators.Generator.Model;
using Allocators.Generator.Pipeline;
using Allocators.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Allocators.Generator;

/// <summary>Turns each declaration with an attribute of a kind into the file of that heap.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AllocatorGenerator : IIncrementalGenerator
{
    /// <summary>The steps that a test can watch.</summary>
    internal const string DeclarationStep = "Declaration", CapabilitiesStep = "Capabilities";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<Capabilities> capabilities = context.CompilationProvider
            .Select(static (compilation, _) => CompilationReader.CapabilitiesOf(compilation))
            .WithTrackingName(CapabilitiesStep);

        foreach (HeapKind kind in HeapKinds.All)
        {
            IncrementalValuesProvider<Declaration> declarations = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    kind.AttributeName,
                    static (node, _) => node is TypeDeclarationSyntax,
                    (found, cancellation) => DeclarationParser.ParseToWrite(
                        kind,
                        (INamedTypeSymbol)found.TargetSymbol,
                        found.Attributes[0],
                        found.SemanticModel.Compilation,
                        cancellation))
                .Where(static declaration => declaration is not null)
                .Select(static (declaration, _) => declaration!)
                .WithTrackingName(DeclarationStep);

            context.RegisterSourceOutput(declarations.Combine(capabilities), static (output, pair) =>
                output.AddSource(HintName.Of(pair.Left.Type), DeclarationWriter.Write(pair.Left, pair.Right)));
        }
    }
}
