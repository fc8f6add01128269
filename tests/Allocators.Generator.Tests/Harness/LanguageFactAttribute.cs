using Xunit;

namespace Allocators.Generator.Tests.Harness;

/// <summary>A test of what came with a language version: skipped on a Roslyn that is older.</summary>
internal sealed class LanguageFactAttribute : FactAttribute
{
    public LanguageFactAttribute(string language)
    {
        if (!ProjectSettings.IsKnown(language)) Skip = WhySkipped(language);
    }

    public static string WhySkipped(string language) => $"This Roslyn does not know C# {language}.";
}

/// <inheritdoc cref="LanguageFactAttribute"/>
internal sealed class LanguageTheoryAttribute : TheoryAttribute
{
    public LanguageTheoryAttribute(string language)
    {
        if (!ProjectSettings.IsKnown(language)) Skip = LanguageFactAttribute.WhySkipped(language);
    }
}
