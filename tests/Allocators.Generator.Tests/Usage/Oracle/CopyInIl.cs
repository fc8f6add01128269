using Mono.Cecil.Cil;

namespace Allocators.Generator.Tests.Usage.Oracle;

/// <summary>An instruction that copies a value of a marked type.</summary>
/// <param name="Point">The place in the source that the compiler notes for the instruction; null where it notes none.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Excuse">Why nothing has to be said of it; null where something has.</param>
internal sealed record CopyInIl(SequencePoint? Point, string Instruction, Excuse? Excuse);

/// <summary>Why the compiled code has a copy, and the analyzer is right to say nothing there.</summary>
internal enum Excuse
{
    /// <summary>A local, or a parameter that is a value, is returned: the heap ends with the method, nobody has the other.</summary>
    EndsWithMethod,

    /// <summary>A member is called on a field that is readonly: it is said where that is declared, once.</summary>
    SaidAtDeclaration,

    /// <summary>The compiler wrote the method: an accessor, a member of a record, the start of an iterator.</summary>
    WrittenByCompiler,

    /// <summary>A parameter moves into the object that a lambda, an iterator or an async method keeps it in: from there on it is only there.</summary>
    Captured,

    /// <summary>The value is thrown away at once.</summary>
    Discarded,

    /// <summary>One field of the value is read, and the rest thrown away.</summary>
    ReadOnly,

    /// <summary>A value comes out of an object: it is said where it was put in.</summary>
    Unboxed,
}
