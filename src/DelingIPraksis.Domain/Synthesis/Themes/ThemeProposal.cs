using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Themes suggested for some notes. Nothing is changed by it: somebody accepts it, in part or whole, or does not.</summary>
/// <param name="Themes">The themes, those with most notes first.</param>
/// <param name="Unthemed">The notes that no theme was found for, by index: an honest answer.</param>
public sealed record ThemeProposal(ImmutableList<SuggestedTheme> Themes, ImmutableList<int> Unthemed);

/// <summary>A suggested theme.</summary>
/// <param name="Key">Its key in the lexicon, or null when it was found in the notes themselves.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Words">The words that caused it, as people wrote them, the most telling first.</param>
/// <param name="Notes">Its notes, in the order they were given.</param>
public sealed record SuggestedTheme(string? Key, ThemeName Name, ImmutableList<string> Words, ImmutableList<ThemedNote> Notes);

/// <summary>A note in a suggested theme.</summary>
/// <param name="Index">Which of the notes that were given.</param>
/// <param name="Words">The words of this note that caused it, as they were written.</param>
public sealed record ThemedNote(int Index, ImmutableList<string> Words);

/// <summary>How themes are suggested.</summary>
public sealed record ThemeOptions
{
    /// <summary>
    /// How much must speak for a theme. A word of weight 2 alone is enough, also as the first part of a compound; one that only supports is
    /// not.
    /// </summary>
    public double Evidence { get; init; } = 1.2;

    /// <summary>How many notes must share a word that the lexicon does not know before it is a theme.</summary>
    public int FewestShared { get; init; } = 3;
}
