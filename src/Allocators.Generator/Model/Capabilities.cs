namespace Allocators.Generator.Model;

/// <summary>What the user's compiler and framework can do: all that the emitted code depends on besides the declaration.</summary>
/// <param name="LanguageVersion">The C# version, such as 900 for 9.</param>
/// <param name="AllowsUnsafe">Whether the project compiles unsafe code.</param>
/// <param name="HasUnscopedRef">Whether a member of a struct can say that it returns a reference into the struct.</param>
/// <param name="RefStructsImplementInterfaces">Whether language and run time let a ref struct implement an interface.</param>
/// <param name="IsForAnyRuntime">Whether the framework is .NET Standard, so that the run time can be Mono.</param>
internal sealed record Capabilities(int LanguageVersion, bool AllowsUnsafe, bool HasUnscopedRef, bool RefStructsImplementInterfaces, bool IsForAnyRuntime)
{
    /// <summary>Versions of the language, as Roslyn numbers them.</summary>
    public const int CSharp9 = 900, CSharp11 = 1100, CSharp13 = 1300;

    /// <summary>Whether the language is new enough for generated code.</summary>
    public bool IsSupported => LanguageVersion >= CSharp9;

    /// <summary>Whether a struct can implement an interface member that is marked <c>[UnscopedRef]</c> with one that is too.</summary>
    public bool ImplementsUnscopedMembers => LanguageVersion >= CSharp13 && HasUnscopedRef;
}
