using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Allocators.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Allocators.Generator.Tests.CodeFixes;

/// <summary>What an editor asks of a fix besides that it fixes.</summary>
public class FixProviderTests
{
    private static readonly Assembly Assembly = typeof(MakePartialFix).Assembly;

    public static TheoryData<Type> Providers => new(Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))));

    [Theory]
    [MemberData(nameof(Providers))]
    public void IsExportedAndCanFixAll(Type type)
    {
        CodeFixProvider provider = (CodeFixProvider)Activator.CreateInstance(type)!;

        Assert.Equal(type.Name, type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Name);
        Assert.NotNull(provider.GetFixAllProvider());
        Assert.NotEmpty(provider.FixableDiagnosticIds);
    }

    /// <summary>The hosts bring Roslyn, each in its own version: a reference to anything else, or newer, would keep the fixes from loading.</summary>
    [Fact]
    public void RefersToNothingThatAHostMayLack()
    {
        Dictionary<string, Version> brought = new()
        {
            ["netstandard"] = new Version(2, 0, 0, 0),
            ["System.Collections.Immutable"] = new Version(6, 0, 0, 0),
            ["Microsoft.CodeAnalysis"] = new Version(4, 5, 0, 0),
            ["Microsoft.CodeAnalysis.CSharp"] = new Version(4, 5, 0, 0),
            ["Microsoft.CodeAnalysis.Workspaces"] = new Version(4, 5, 0, 0),
        };

        Assert.All(
            Assembly.GetReferencedAssemblies().Where(static name => name.Name != typeof(AllocatorGenerator).Assembly.GetName().Name),
            name => Assert.InRange(name.Version!, new Version(0, 0), brought[name.Name!]));
    }
}
