namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>What a theme is called.</summary>
/// <param name="Bokmal">In bokmål.</param>
/// <param name="Nynorsk">In nynorsk.</param>
/// <param name="English">In English.</param>
public sealed record ThemeName(string Bokmal, string Nynorsk, string English)
{
    /// <summary>One name in every language: words that people wrote.</summary>
    public static ThemeName AsWritten(string name) => new(name, name, name);

    /// <summary>The name in a language: «nn», «en», else bokmål.</summary>
    public string In(string language) => language switch
    {
        "nn" => Nynorsk,
        "en" => English,
        _ => Bokmal,
    };
}
