using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A theme that notes can be about, with the words that indicate it.</summary>
/// <param name="Key">Its stable name, of a–z and hyphens.</param>
/// <param name="Name">What it is called on the screen.</param>
/// <param name="Words">The words and phrases that indicate it.</param>
public sealed record LexiconTheme(string Key, ThemeName Name, ImmutableList<LexiconWord> Words);

/// <summary>A word, a part of a compound, or a phrase, that indicates a theme.</summary>
/// <param name="Text">Its text, in any form; bokmål or nynorsk.</param>
/// <param name="Weight">3 is enough alone; 2 is enough unless another theme has more; 1 only supports.</param>
/// <param name="Origin">Where a network's own word comes from; null for the words of the product.</param>
public sealed record LexiconWord(string Text, int Weight, WordOrigin? Origin = null);

/// <summary>Where a network's own word comes from.</summary>
/// <param name="From">Where it was learnt or added, such as the title of a gathering.</param>
/// <param name="Notes">How many of the notes grouped there have it; 0 when somebody added it by hand.</param>
public sealed record WordOrigin(string From, int Notes);

/// <summary>The themes of municipal work and their words. Notes are analysed with it.</summary>
public sealed class Lexicon
{
    private readonly Lazy<Vocabulary> _vocabulary;

    /// <summary>A lexicon with some themes.</summary>
    /// <param name="themes">The themes, by precedence.</param>
    /// <param name="general">Words and phrases that indicate no theme, although parts of them might.</param>
    public Lexicon(IEnumerable<LexiconTheme> themes, IEnumerable<string> general)
    {
        Themes = [.. themes];
        General = [.. general];
        _vocabulary = new(() => Vocabulary.Of(this));
    }

    /// <summary>The lexicon of the product.</summary>
    public static Lexicon Standard { get; } = LexiconText.ReadStandard();

    /// <summary>The themes, by precedence.</summary>
    public ImmutableList<LexiconTheme> Themes { get; }

    /// <summary>Words and phrases that indicate no theme.</summary>
    public ImmutableList<string> General { get; }

    /// <summary>Words near those of the lexicon, from the machine; empty in the product.</summary>
    public Thesaurus Thesaurus { get; init; } = Thesaurus.Empty;

    /// <summary>The same lexicon with a thesaurus beside it.</summary>
    public Lexicon With(Thesaurus thesaurus) => new(Themes, General) { Thesaurus = thesaurus };

    internal Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>The theme with a key, or null.</summary>
    public LexiconTheme? Find(string key) => Themes.Find(theme => theme.Key == key);

    /// <summary>The theme with this name in any language, or null.</summary>
    public LexiconTheme? Named(string name) => Themes.Find(theme =>
        new[] { theme.Name.Bokmal, theme.Name.Nynorsk, theme.Name.English }.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase));
}
