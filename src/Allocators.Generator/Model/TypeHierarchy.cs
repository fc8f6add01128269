using System.Collections.Generic;

namespace Allocators.Generator.Model;

/// <summary>Where a heap is declared: its namespace, the types around it from the outside in, and itself as the last.</summary>
internal sealed record TypeHierarchy(string Namespace, EquatableArray<TypeHierarchy.Part> Types)
{
    /// <summary>The heap itself.</summary>
    public Part Heap => Types[Types.Count - 1];

    /// <summary>A type as its partial declaration names it, such as <c>struct</c> <c>Pool&lt;T&gt;</c>.</summary>
    internal sealed record Part(string Keyword, string Name, string TypeParameters, int Arity)
    {
        /// <summary>The name with type parameters, as code inside the type writes it.</summary>
        public string NameWithParameters => Name + TypeParameters;

        /// <summary>The names of the type parameters.</summary>
        public IEnumerable<string> TypeParameterNames => TypeParameters.Trim('<', '>').Split([", "], System.StringSplitOptions.RemoveEmptyEntries);
    }
}
