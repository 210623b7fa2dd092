using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A theme that notes can be about, with the words that tell it.</summary>
/// <param name="Key">Its stable name, of a–z and hyphens.</param>
/// <param name="Name">What it is called on the screen.</param>
/// <param name="Words">The words and phrases that tell it.</param>
public sealed record LexiconTheme(string Key, ThemeName Name, ImmutableList<LexiconWord> Words);

/// <summary>A word, a part of a compound, or a phrase of several words, that tells a theme.</summary>
/// <param name="Text">As it is written, in any of its forms; bokmål or nynorsk.</param>
/// <param name="Weight">How much it tells: 3 says it alone, 2 says it unless something else says more, 1 only supports.</param>
/// <param name="Origin">Where a network's own word comes from; null for the words that come with the product.</param>
public sealed record LexiconWord(string Text, int Weight, WordOrigin? Origin = null);

/// <summary>Where a network's own word comes from.</summary>
/// <param name="From">What it was learnt from or added at, such as the title of a gathering.</param>
/// <param name="Notes">How many of the notes that were grouped there have it; 0 when somebody wrote it in.</param>
public sealed record WordOrigin(string From, int Notes);

/// <summary>The themes of municipal work and their words: what notes are read by.</summary>
public sealed class Lexicon
{
    private readonly Lazy<Vocabulary> _vocabulary;

    /// <summary>A lexicon of some themes.</summary>
    /// <param name="themes">The themes, by precedence.</param>
    /// <param name="general">Words and phrases that tell no theme, though parts of them might.</param>
    public Lexicon(IEnumerable<LexiconTheme> themes, IEnumerable<string> general)
    {
        Themes = [.. themes];
        General = [.. general];
        _vocabulary = new(() => Vocabulary.Of(this));
    }

    /// <summary>The lexicon that comes with the product.</summary>
    public static Lexicon Standard { get; } = LexiconText.ReadStandard();

    /// <summary>The themes, by precedence.</summary>
    public ImmutableList<LexiconTheme> Themes { get; }

    /// <summary>Words and phrases that tell no theme.</summary>
    public ImmutableList<string> General { get; }

    internal Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>The theme with a key, or null.</summary>
    public LexiconTheme? Find(string key) => Themes.Find(theme => theme.Key == key);

    /// <summary>The theme that is called so in any language, or null.</summary>
    public LexiconTheme? Named(string name) => Themes.Find(theme =>
        new[] { theme.Name.Bokmal, theme.Name.Nynorsk, theme.Name.English }.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));
}
