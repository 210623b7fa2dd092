namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>The name of a theme in each language.</summary>
/// <param name="Bokmal">In bokmål.</param>
/// <param name="Nynorsk">In nynorsk.</param>
/// <param name="English">In English.</param>
public sealed record ThemeName(string Bokmal, string Nynorsk, string English)
{
    /// <summary>The same name in every language, for names that people wrote.</summary>
    public static ThemeName AsWritten(string name) => new(name, name, name);

    /// <summary>The name in a language: «nn», «en», else bokmål.</summary>
    public string In(string language) => language switch
    {
        "nn" => Nynorsk,
        "en" => English,
        _ => Bokmal,
    };
}
