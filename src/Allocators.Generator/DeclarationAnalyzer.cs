using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Allocators.Generator.Declarations;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Kinds;
using Allocators.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Allocators.Generator;

/// <summary>Says in the editor what is wrong with a declaration, by running the generator's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.NotPartial,
        Descriptors.WrongType,
        Descriptors.ChunkSizeNotPowerOfTwo,
        Descriptors.OutOfRange,
        Descriptors.TooLarge,
        Descriptors.BadAlignment,
        Descriptors.DoesNotApply,
        Descriptors.TwoKinds,
        Descriptors.MemberCollision,
        Descriptors.LanguageTooOld,
        Descriptors.LayoutIsFixed,
        Descriptors.UnknownVariant,
        Descriptors.BadArena,
        Descriptors.SmallerVariant,
        Descriptors.NotUnmanaged,
        Descriptors.LessAccessible,
        Descriptors.OneOfTwo,
        Descriptors.HandleTooNarrow,
        Descriptors.NotAHeap,
        Descriptors.ParentCanMove,
        Descriptors.NotThereYet,
        Descriptors.ContainsItself,
        Descriptors.TooLargeForMono,
        Descriptors.BadSizeClassHeap);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var kinds = KindsOf(start.Compilation);
            if (kinds.Count > 0) start.RegisterSymbolAction(symbol => Analyze(symbol, kinds), SymbolKind.NamedType);
        });
    }

    private static Dictionary<INamedTypeSymbol, HeapKind> KindsOf(Compilation compilation)
    {
        Dictionary<INamedTypeSymbol, HeapKind> kinds = new(SymbolEqualityComparer.Default);
        foreach (HeapKind kind in HeapKinds.All)
        {
            if (compilation.GetTypeByMetadataName(kind.AttributeName) is { } attribute) kinds.Add(attribute, kind);
        }

        return kinds;
    }

    private static void Analyze(SymbolAnalysisContext context, Dictionary<INamedTypeSymbol, HeapKind> kinds)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        AttributeData? attribute = type.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } found && kinds.ContainsKey(found.OriginalDefinition));
        if (attribute is null) return;

        DeclarationReport report = new(attribute, context.ReportDiagnostic, context.CancellationToken);
        DeclarationParser.Parse(kinds[attribute.AttributeClass!.OriginalDefinition], type, attribute, context.Compilation, report, context.CancellationToken);
        UnreadArguments.Report(type, attribute, report, context.CancellationToken);
    }
}
