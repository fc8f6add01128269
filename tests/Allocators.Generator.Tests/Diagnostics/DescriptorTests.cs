using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using Allocators.Generator.Diagnostics;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Allocators.Generator.Tests.Diagnostics;

/// <summary>A diagnostic is not done before it is announced, explained, and reachable from the editor.</summary>
public class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] All =
    [
        .. DescriptorsOf(typeof(Descriptors)),
        .. DescriptorsOf(typeof(UsageDescriptors)),
    ];

    public static TheoryData<string> Ids => new(All.Select(static descriptor => descriptor.Id));

    [Fact]
    public void IdsAreUnique() => Assert.Distinct(All.Select(static descriptor => descriptor.Id));

    public static TheoryData<Type, DiagnosticAnalyzer[]> Analyzers => new()
    {
        { typeof(Descriptors), [new DeclarationAnalyzer()] },
        { typeof(UsageDescriptors), [new CopyAnalyzer(), new PlacementAnalyzer(), new RequestAnalyzer(), new EscapeAnalyzer()] },
    };

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void AnalyzersSupportAll(Type descriptors, DiagnosticAnalyzer[] analyzers) => Assert.Equal(
        DescriptorsOf(descriptors).Select(static descriptor => descriptor.Id).Order(),
        analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void HasAPage(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string path = $"docs/diagnostics/{id}.md";
        string page = File.ReadAllText(Path.Combine(BuildPaths.RepositoryRoot, path));

        Assert.Contains(id, page, StringComparison.Ordinal);
        Assert.Contains(descriptor.Title.ToString(null), page, StringComparison.Ordinal);
        Assert.EndsWith(path, descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void IsAnnounced(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);
        string row = Assert.Single(ReleaseNotes(), line => line.StartsWith(id + " ", StringComparison.Ordinal));

        Assert.Equal($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title.ToString(null)}", row);
    }

    /// <summary>The list of rules in the docs is written from the descriptors: with <c>ACCEPT_SNAPSHOTS=1</c>, it is written anew.</summary>
    [Fact]
    public Task ListInTheDocsIsThatOfTheDescriptors()
    {
        StringBuilder list = new("# Diagnostics\n\nWhat is wrong, why, and what is right: a page each.\n");
        foreach ((string title, DiagnosticDescriptor[] descriptors) in Groups())
        {
            list.Append($"\n## {title}\n\n| | | |\n| --- | --- | --- |\n");
            foreach (DiagnosticDescriptor descriptor in descriptors.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal))
            {
                string severity = descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : "error";
                list.Append($"| [{descriptor.Id}]({descriptor.Id}.md) | {severity} | {descriptor.Title.ToString(null)} |\n");
            }
        }

        string page = Path.Combine(BuildPaths.RepositoryRoot, "docs/diagnostics/README");
        return Verifier.CompareAsync(list.ToString(), page + ".md", page + ".received.md");
    }

    private static IEnumerable<(string Title, DiagnosticDescriptor[] Descriptors)> Groups() =>
    [
        ("Declarations", [.. DescriptorsOf(typeof(Descriptors))]),
        ("Copies of a heap", [.. new CopyAnalyzer().SupportedDiagnostics]),
        ("Places of a heap", [.. new PlacementAnalyzer().SupportedDiagnostics]),
        ("Requests", [.. new RequestAnalyzer().SupportedDiagnostics]),
        ("Lifetimes", [.. new EscapeAnalyzer().SupportedDiagnostics]),
    ];

    private static IEnumerable<DiagnosticDescriptor> DescriptorsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(static field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!);

    private static DiagnosticDescriptor Descriptor(string id) => All.Single(descriptor => descriptor.Id == id);

    private static IEnumerable<string> ReleaseNotes() => Rows("Shipped").Concat(Rows("Unshipped"));

    private static IEnumerable<string> Rows(string state) =>
        File.ReadLines(Path.Combine(BuildPaths.RepositoryRoot, "src", "Allocators.Generator", $"AnalyzerReleases.{state}.md"));
}
