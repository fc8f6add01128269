using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Allocators.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Allocators.Generator.Tests.Output;

/// <summary>The table of a heap is compared with the struct that the run time makes of it: each field lies where it says, and the memory inside.</summary>
public sealed partial class LayoutTableTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<string> Names => new(SampleDeclarations.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void EachFieldLiesWhereTheTableSays(string declaration)
    {
        CSharpCompilation output = Generate(SampleDeclarations.All[declaration]);
        (string Name, List<Row> Table)[] heaps = [.. output.SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).Select(HeapIn)];
        Assert.NotEmpty(heaps);
        Run(output, loaded =>
        {
            foreach ((string name, List<Row> table) in heaps)
            {
                Type heap = loaded.GetTypes().Single(type => type.FullName == name);

                // Of a generic heap, any will do: nothing in its state depends on the argument.
                Compare(heap.IsGenericTypeDefinition ? heap.MakeGenericType([.. heap.GetGenericArguments().Select(AnyTypeFor)]) : heap, table);
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData((1 << 23) - 1)]
    [InlineData(1 << 23)]
    [InlineData((1 << 24) + 3)]
    public void MemoryHasRoomForSoManyValues(int count) => Run(
        Generate([$"[Allocators.FreeList(typeof(byte), Blocks = {count})] public static partial class Pool {{ }}"]),
        loaded => Assert.Equal(count, SizeOf(NestedIn(loaded.GetType("Pool")!, "Memory"))));

    private static CSharpCompilation Generate(string[] files) => GeneratorHarness.Generate(new ProjectSettings(Framework.Net8, "10") { Unsafe = true }.Compile(files));

    /// <summary>Loads what was compiled, and what that refers to, for as long as something is asked of it.</summary>
    private static void Run(CSharpCompilation output, Action<Assembly> ask)
    {
        using MemoryStream assembly = new();
        Assert.True(output.Emit(assembly).Success);
        assembly.Position = 0;
        AssemblyLoadContext context = new(nameof(LayoutTableTests), isCollectible: true);
        context.Resolving += (_, name) => context.LoadFromAssemblyPath(output.References.OfType<PortableExecutableReference>().Single(reference => Path.GetFileNameWithoutExtension(reference.FilePath) == name.Name).FilePath!);
        try
        {
            ask(context.LoadFromStream(assembly));
        }
        finally
        {
            context.Unload();
        }
    }

    [GeneratedRegex(@"^/// +(?<offset>[\d,]+)(?<bytes> +[\d,]+)? +(?<field>[a-zA-Z]+( [a-z]+)?)  ")]
    private static partial Regex RowLine { get; }

    private static void Compare(Type heap, List<Row> table)
    {
        Type state = NestedIn(heap, "HeapState");
        List<(string Name, int Offset, int Bytes)> fields = [.. LeavesOf(state, 0)];
        List<Row> rows = [.. table.Where(static row => row.Field is not ("layout" or "lock" or "slack" or "memory" or "nothing"))];
        int start = table is [{ Field: "layout" } layout, ..] ? layout.Bytes!.Value : 0;

        Assert.Equal(rows.Select(row => (row.Field.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), row.Offset - start)), fields.Select(static field => (field.Name.ToUpperInvariant(), field.Offset)));
        Assert.All(rows.Zip(fields), static pair => Assert.InRange(pair.Second.Bytes, pair.First.Bytes!.Value - 7, pair.First.Bytes!.Value));

        // The table of a heap over foreign memory is that of its bookkeeping.
        if (table is not [.., { Field: "memory" } memory] || memory.Bytes is not > 0) return;

        Type owner = heap.IsAbstract ? NestedIn(heap, "Fields") : heap;
        Assert.Equal(memory.Offset, OffsetOf(owner, owner.GetFields(Fields).Single(static field => field.Name.Trim('_').Equals("memory", StringComparison.OrdinalIgnoreCase))) + (heap.IsAbstract ? table[^2].Bytes : 0));
        Assert.InRange(SizeOf(owner), memory.Offset + memory.Bytes.Value, int.MaxValue);
    }

    /// <summary>The fields of a state by their names in the table; those of a state inside it for itself.</summary>
    private static IEnumerable<(string Name, int Offset, int Bytes)> LeavesOf(Type state, int start)
    {
        foreach (FieldInfo field in state.GetFields(Fields))
        {
            int offset = start + OffsetOf(state, field);
            if (field.FieldType.Name == "Runs")
            {
                foreach (var leaf in LeavesOf(field.FieldType, offset)) yield return leaf;
            }
            else
            {
                yield return (field.Name.TrimStart('_'), offset, SizeOf(field.FieldType));
            }
        }
    }

    private static int OffsetOf(Type type, FieldInfo field) => (int)typeof(Probe<>).MakeGenericType(type).GetMethod(nameof(Probe<>.OffsetOf))!.Invoke(null, [field.Name])!;

    private static int SizeOf(Type type) => (int)typeof(Probe<>).MakeGenericType(type).GetMethod(nameof(Probe<>.SizeOf))!.Invoke(null, null)!;

    private static Type AnyTypeFor(Type parameter) => parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int) : typeof(string);

    private static Type NestedIn(Type heap, string name)
    {
        Type nested = heap.GetNestedType(name, BindingFlags.NonPublic | BindingFlags.Public)!;
        return nested.IsGenericTypeDefinition ? nested.MakeGenericType(heap.GetGenericArguments()) : nested;
    }

    private static (string Name, List<Row> Table) HeapIn(SyntaxTree tree)
    {
        TypeDeclarationSyntax heap = tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First(static type => type.AttributeLists.ToString().Contains("GeneratedCode", StringComparison.Ordinal));
        string name = string.Join("+", heap.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(static type => type.Identifier.ValueText + (type.Arity > 0 ? $"`{type.Arity}" : "")));
        string around = string.Join(".", heap.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name.ToString()));
        List<Row> table =
        [
            .. from line in heap.GetLeadingTrivia().ToFullString().Split('\n')
               let row = RowLine.Match(line.Trim())
               where row.Success
               select new Row(row.Groups["field"].Value, Number(row.Groups["offset"].Value)!.Value, Number(row.Groups["bytes"].Value)),
        ];
        return ((around.Length == 0 ? name : $"{around}.{name}").Replace("@", "", StringComparison.Ordinal), table);
    }

    private static int? Number(string text) => text.Trim().Length == 0 ? null : int.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private sealed record Row(string Field, int Offset, int? Bytes);

    private static class Probe<T>
        where T : struct
    {
        public static int SizeOf() => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

        public static int OffsetOf(string field) => (int)Marshal.OffsetOf<T>(field);
    }
}
