using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Usage;

/// <summary>Files in which a comment at the end of a line says what is said of the line, such as <c>// ALLOC0101</c>; of all others nothing is said.</summary>
internal static class Marks
{
    /// <summary>Heaps of all sorts that the files use.</summary>
    private const string Heaps =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using Allocators;

        [ChunkHeap(Chunks = 16, ChunkSize = 64)] public partial struct Pocket { }
        [ChunkHeap(Chunks = 16, ChunkSize = 64, Storage = Storage.Pointer)] public partial struct AtAddress { }
        [ChunkHeap(Chunks = 16, ChunkSize = 64, Storage = Storage.Pointer, State = State.InMemory)] public partial struct InMemory { }
        [ChunkHeap(Chunks = 1 << 20, ChunkSize = 64, Storage = Storage.Pointer)] public partial struct Vast { }
        [ChunkHeap(Chunks = 16, ChunkSize = 64)] public ref partial struct Frame { }
        [ChunkHeap(Chunks = 16, ChunkSize = 64)] public static partial class Game { }
        [NullHeap] public partial struct Nothing { }
        public struct Level { public Pocket Heap; public int Number; }
        """;

    /// <summary>Compares what is said of a file with its marks.</summary>
    public static async Task ExpectAsync(string file, string language = "12", DiagnosticAnalyzer? analyzer = null, string framework = Framework.Net8, string config = "")
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(file, language, analyzer, framework, config);
        string[] lines = file.Split('\n');
        List<string> expected = [], actual = [];
        foreach ((string line, int index) in lines.Select(static (line, index) => (line, index)))
        {
            int mark = line.IndexOf("// ALLOC", StringComparison.Ordinal);
            if (mark < 0) continue;
            foreach (string id in line[(mark + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) expected.Add($"{index + 1}: {id}: {line.Trim()}");
        }

        foreach (Diagnostic diagnostic in found)
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            actual.Add($"{line + 1}: {diagnostic.Id}: {lines[line].Trim()}");
        }

        expected.Sort(StringComparer.Ordinal);
        actual.Sort(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
    }

    /// <summary>What is said of a file, in the order of its code.</summary>
    /// <param name="file">The file.</param>
    /// <param name="language">The language version.</param>
    /// <param name="analyzer">Who says it; of copies, if none.</param>
    /// <param name="framework">A target framework of <see cref="Framework"/>.</param>
    /// <param name="config">A line of an <c>.editorconfig</c>, such as <c>name = value</c>.</param>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string file, string language = "12", DiagnosticAnalyzer? analyzer = null, string framework = Framework.Net8, string config = "")
    {
        CSharpCompilation compilation = Compile(file, language, framework);
        AnalyzerOptions options = new([], new Config(config));
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(ImmutableArray.Create(analyzer ?? new CopyAnalyzer()), options).GetAnalyzerDiagnosticsAsync();
        Assert.All(found, diagnostic => Assert.Equal("File0.cs", diagnostic.Location.SourceTree!.FilePath));
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The project with all that is generated, which the compiler has nothing against.</summary>
    public static CSharpCompilation Compile(string file, string language = "12", string framework = Framework.Net8)
    {
        ProjectSettings settings = new(framework, ProjectSettings.IsKnown(language) ? language : "10") { Nullable = false, Unsafe = true };
        CSharpCompilation compilation = GeneratorHarness.Generate(settings.Compile(file, Heaps));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString()));
        return compilation;
    }

    /// <summary>The message of the only thing that is said of a file.</summary>
    public static async Task<string> MessageOfAsync(string file, DiagnosticAnalyzer? analyzer = null, string language = "12") =>
        Assert.Single(await AnalyzeAsync(file, language, analyzer)).GetMessage(CultureInfo.InvariantCulture);

    /// <summary>One option for all files.</summary>
    private sealed class Config(string line) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(line);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(string line) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            string[] parts = line.Split(" = ");
            value = parts[0] == key ? parts[1] : null;
            return value is not null;
        }
    }
}
