using System.Collections.Immutable;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A network's own theme.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Name">What it is called.</param>
public sealed record OwnTheme(string Key, ThemeName Name);

/// <summary>A word that a network has added to a theme.</summary>
/// <param name="Theme">The key of the theme.</param>
/// <param name="Word">The word, and where it comes from.</param>
public sealed record OwnWord(string Theme, LexiconWord Word);

/// <summary>A word that a network has removed from a theme. It is not learnt again.</summary>
/// <param name="Theme">The key of the theme.</param>
/// <param name="Text">The word.</param>
public sealed record RemovedWord(string Theme, string Text);

/// <summary>
/// A network's changes to the product's lexicon, as a layer on top of it. A better lexicon in a new version then reaches every network, and
/// each added word can be seen and removed.
/// </summary>
public sealed partial record NetworkLexicon
{
    /// <summary>Nothing changed.</summary>
    public static NetworkLexicon Empty { get; } = new();

    /// <summary>The network's own themes.</summary>
    public ImmutableList<OwnTheme> Themes { get; init; } = [];

    /// <summary>The words it has added, or that were learnt from accepted groupings.</summary>
    public ImmutableList<OwnWord> Words { get; init; } = [];

    /// <summary>The words it has removed.</summary>
    public ImmutableList<RemovedWord> Removed { get; init; } = [];

    /// <summary>The product's lexicon with this network's changes.</summary>
    public Lexicon On(Lexicon standard)
    {
        ArgumentNullException.ThrowIfNull(standard);
        if (this == Empty) return standard;
        var removed = Removed.Select(word => (word.Theme, Same(word.Text))).ToHashSet();
        var own = Words.ToLookup(word => word.Theme, word => word.Word, StringComparer.Ordinal);
        var themes = standard.Themes
            .Concat(Themes.Where(theme => standard.Find(theme.Key) is null).Select(theme => new LexiconTheme(theme.Key, theme.Name, [])))
            .Select(theme =>
                theme with
                {
                    Words = [.. theme.Words.Concat(own[theme.Key]).Where(word => !removed.Contains((theme.Key, Same(word.Text))))],
                }
            );
        return new Lexicon(themes, standard.General) { Thesaurus = standard.Thesaurus };
    }

    /// <summary>With a new theme; unchanged when a theme has the same key.</summary>
    public NetworkLexicon With(OwnTheme theme) => Themes.Any(own => own.Key == theme.Key) ? this : this with { Themes = Themes.Add(theme) };

    /// <summary>With a word added to a theme, by hand or learnt. The word is no longer removed.</summary>
    public NetworkLexicon With(OwnWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Without(word.Theme, word.Word.Text) with
        {
            Words = WordsBut(word.Theme, word.Word.Text).Add(word),
            Removed = RemovedBut(word.Theme, word.Word.Text),
        };
    }

    /// <summary>Without a word of a theme, either the network's own or one of the product.</summary>
    public NetworkLexicon Without(string theme, string text) => this with
    {
        Words = WordsBut(theme, text),
        Removed = RemovedBut(theme, text).Add(new RemovedWord(theme, text)),
    };

    /// <summary>Whether a word has been removed from a theme.</summary>
    public bool HasRemoved(string theme, string text) => Removed.Any(word => word.Theme == theme && Same(word.Text) == Same(text));

    private ImmutableList<OwnWord> WordsBut(string theme, string text) =>
        Words.RemoveAll(word => word.Theme == theme && Same(word.Word.Text) == Same(text));

    private ImmutableList<RemovedWord> RemovedBut(string theme, string text) =>
        Removed.RemoveAll(word => word.Theme == theme && Same(word.Text) == Same(text));

    // All forms of a word are the same word.
    private static string Same(string text) =>
        string.Join(' ', WordTokenizer.Tokenize(text).Select(word => NorwegianStemmer.Stem(word.Lower)));
}
