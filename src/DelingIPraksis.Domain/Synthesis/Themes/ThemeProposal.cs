using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Suggested themes for some notes. A suggestion changes nothing: somebody accepts it, in part or whole, or does not.</summary>
/// <param name="Themes">The themes, those with most notes first.</param>
/// <param name="Unthemed">The notes without a theme, by index.</param>
public sealed record ThemeProposal(ImmutableList<SuggestedTheme> Themes, ImmutableList<int> Unthemed);

/// <summary>A suggested theme.</summary>
/// <param name="Key">Its key in the lexicon, or null when it was found in the notes themselves.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">The words that caused it, as people wrote them, the most distinctive first.</param>
/// <param name="Notes">Its notes, in the given order.</param>
public sealed record SuggestedTheme(string? Key, ThemeName Name, ImmutableList<string> Words, ImmutableList<ThemedNote> Notes)
{
    /// <summary>Notes that are also about it, and have their place in another theme.</summary>
    public ImmutableList<ThemedNote> Also { get; init; } = [];
}

/// <summary>A note in a suggested theme.</summary>
/// <param name="Index">The index of the note among the given notes.</param>
/// <param name="Words">The words of this note that caused it, as they were written.</param>
public sealed record ThemedNote(int Index, ImmutableList<string> Words);

/// <summary>The settings for suggesting themes.</summary>
public sealed record ThemeOptions
{
    /// <summary>
    /// The minimum score of a theme. One word of weight 2 is enough, also as the first part of a compound. One word of weight 1 is not.
    /// </summary>
    public double Evidence { get; init; } = 1.2;

    /// <summary>How many notes must share an unknown word before it becomes a theme.</summary>
    public int FewestShared { get; init; } = 3;

    /// <summary>
    /// What the gathering is about. Its themes tell little there: a note is put under them only when nothing else is said.
    /// </summary>
    public PlainText Subject { get; init; }

    /// <summary>How finely the notes are divided.</summary>
    public Granularity Granularity { get; init; } = Granularity.Fine;
}

/// <summary>How finely notes are divided into themes.</summary>
public enum Granularity
{
    /// <summary>Every theme of the lexicon, also with one note. Notes that come later move none that were there.</summary>
    Fine,

    /// <summary>Themes of few notes are folded into the next that fits, or into a wide theme: no splinters.</summary>
    Medium,

    /// <summary>Wide themes only.</summary>
    Wide,
}
