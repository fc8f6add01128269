using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Allocators.Generator.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Xunit;

namespace Allocators.Generator.Tests.Usage.Oracle;

/// <summary>What the analyzer says of a program beside the copies in its compiled code, each place of the source compared.</summary>
internal sealed class CopyOracle
{
    private readonly List<string> _differences = [];
    private readonly Dictionary<Excuse, int> _excused = [];

    /// <summary>Places where the two do not say the same, with what each says.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Copies of which rightly nothing is said, by their reason.</summary>
    public IReadOnlyDictionary<Excuse, int> Excused => _excused;

    /// <summary>Copies that both tell.</summary>
    public int Agreed { get; private set; }

    /// <summary>Rules of a declaration: what is said there saves saying it of each use.</summary>
    private static readonly string[] OfDeclarations = ["ALLOC0108", "ALLOC0109", "ALLOC0110"];

    /// <summary>Compares one program.</summary>
    /// <param name="source">The program, with or without heaps.</param>
    /// <param name="isCompared">Whether a file, told by its path, is looked at.</param>
    public async Task CompareAsync(CSharpCompilation source, Func<string, bool> isCompared)
    {
        CSharpCompilation compilation = WithEncoding(source).WithOptions(source.Options.WithOptimizationLevel(OptimizationLevel.Debug));
        using ModuleDefinition module = Emit(compilation);
        ImmutableArray<Diagnostic> said = await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new CopyAnalyzer())).GetAnalyzerDiagnosticsAsync();

        SymbolsOfIl symbols = new(compilation);
        NonCopyableTypes types = new(HeapsInReach.MarkerIn(compilation)!);
        Dictionary<TypeReference, bool> known = [];
        bool IsMarked(TypeReference type) => known.TryGetValue(type, out bool marked) ? marked : known[type] = types.Contains(symbols.Of(type));

        Points points = new(module);
        Dictionary<SequencePoint, (List<string> InIl, List<string> Said)> places = [];
        (List<string> InIl, List<string> Said) At(SequencePoint point) => places.TryGetValue(points.Same(point), out var place) ? place : places[points.Same(point)] = ([], []);

        foreach (CopyInIl copy in new CopiesInIl(IsMarked).In(module))
        {
            if (copy.Excuse is { } excuse)
            {
                if (copy.Point is null || isCompared(copy.Point.Document.Url)) _excused[excuse] = _excused.GetValueOrDefault(excuse) + 1;
            }
            else if (copy.Point is { } point && isCompared(point.Document.Url))
            {
                At(point).InIl.Add(copy.Instruction);
            }
        }

        foreach (Diagnostic diagnostic in said.Where(diagnostic => isCompared(diagnostic.Location.SourceTree!.FilePath) && !OfDeclarations.Contains(diagnostic.Id) && !IsOfMethod(diagnostic)))
        {
            if (points.Around(diagnostic.Location) is { } point) At(point).Said.Add(diagnostic.Id);
            else _differences.Add($"{diagnostic.Location.GetLineSpan()}: {diagnostic.Id} where no code is");
        }

        foreach ((SequencePoint point, (List<string> inIl, List<string> ids)) in places.OrderBy(static place => place.Key.StartLine))
        {
            // Of a copy of a copy, in one place, it is said once.
            if (ids.Count > 0 == inIl.Count > 0 && ids.Count <= inIl.Count) Agreed += inIl.Count;
            else _differences.Add($"{point.Document.Url}({point.StartLine}): {TextOf(compilation, point)}\n    in IL: {string.Join("; ", inIl)}\n    said: {string.Join(", ", ids)}");
        }
    }

    /// <summary>Of iterators and async methods of a struct it is said where they are declared: what copies the struct is the start of them, which the compiler writes.</summary>
    private static bool IsOfMethod(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetRoot().FindToken(diagnostic.Location.SourceSpan.Start).Parent is MethodDeclarationSyntax;

    private static CSharpCompilation WithEncoding(CSharpCompilation source) => source.RemoveAllSyntaxTrees().AddSyntaxTrees(source.SyntaxTrees.Select(
        static tree => CSharpSyntaxTree.ParseText(SourceText.From(tree.ToString(), Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath)));

    private static ModuleDefinition Emit(CSharpCompilation compilation)
    {
        MemoryStream assembly = new(), debug = new();
        EmitResult result = compilation.Emit(assembly, debug, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        assembly.Position = debug.Position = 0;
        return ModuleDefinition.ReadModule(assembly, new ReaderParameters { ReadSymbols = true, SymbolStream = debug, SymbolReaderProvider = new PortablePdbReaderProvider(), InMemory = true });
    }

    private static string TextOf(CSharpCompilation compilation, SequencePoint point) =>
        compilation.SyntaxTrees.First(tree => tree.FilePath == point.Document.Url).GetText().Lines[point.StartLine - 1].ToString().Trim();

    /// <summary>The places of a program that the compiler notes.</summary>
    private sealed class Points(ModuleDefinition module)
    {
        private readonly ILookup<string, SequencePoint> _all = module.GetAllTypes()
            .SelectMany(static type => type.Methods)
            .SelectMany(static method => method.DebugInformation.SequencePoints)
            .Where(static point => !point.IsHidden)
            .ToLookup(static point => point.Document.Url);

        /// <summary>The first of those that note the same place.</summary>
        public SequencePoint Same(SequencePoint point) => _all[point.Document.Url].First(other => Range(other) == Range(point));

        /// <summary>The smallest place around a report.</summary>
        public SequencePoint? Around(Location location)
        {
            FileLinePositionSpan span = location.GetLineSpan();
            (int, int) start = (span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
            SequencePoint[] before = [.. _all[span.Path].Where(point => Range(point).Start.CompareTo(start) <= 0)];

            // The labels of a switch are no places of their own.
            return before
                .Where(point => Range(point).End.CompareTo(start) > 0)
                .OrderBy(static point => point.EndLine - point.StartLine)
                .ThenByDescending(static point => Range(point).Start)
                .FirstOrDefault() ?? before.MaxBy(static point => Range(point).Start);
        }

        private static ((int, int) Start, (int, int) End) Range(SequencePoint point) => ((point.StartLine, point.StartColumn), (point.EndLine, point.EndColumn));
    }

    /// <summary>The compiler's symbols of the types in its output.</summary>
    private sealed class SymbolsOfIl(CSharpCompilation compilation)
    {
        public ITypeSymbol? Of(TypeReference type) => type switch
        {
            GenericInstanceType instance when Definition(instance.ElementType) is { } definition => Construct(definition, [.. instance.GenericArguments.Select(Of)]),
            TypeSpecification or GenericParameter => null,
            _ => Definition(type),
        };

        private INamedTypeSymbol? Definition(TypeReference type) => compilation.GetTypeByMetadataName(type.FullName.Replace('/', '+'));

        private static INamedTypeSymbol? Construct(INamedTypeSymbol definition, ITypeSymbol?[] arguments) =>
            arguments.Length == definition.Arity && arguments.All(static argument => argument is not null) ? definition.Construct(arguments!) : definition;
    }
}
