using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// A network's own words handled by people: themes added and given up, words of another file taken in, and the way back from all of it.
/// </summary>
public sealed partial record NetworkLexicon
{
    /// <summary>Whether a text has anything to look up in it.</summary>
    public static bool IsWord(PlainText text) => Same(text.Value).Any(char.IsLetter);

    /// <summary>Without a theme of its own, and the words that were put to it.</summary>
    public NetworkLexicon WithoutTheme(string key) => this with
    {
        Themes = Themes.RemoveAll(theme => theme.Key == key),
        Words = Words.RemoveAll(word => word.Theme == key),
        Removed = Removed.RemoveAll(word => word.Theme == key),
    };

    /// <summary>With a word that was taken away counting again.</summary>
    public NetworkLexicon Again(RemovedWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return this with { Removed = RemovedBut(word.Theme, word.Text) };
    }

    /// <summary>With everything that another has: where the two disagree, the other is right.</summary>
    public NetworkLexicon With(NetworkLexicon other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var themed = other.Themes.Aggregate(this, (lexicon, theme) => lexicon.With(theme));
        var (theirs, away) = (
            other.Words.Select(word => (word.Theme, Same(word.Word.Text))).ToHashSet(),
            other.Removed.Select(word => (word.Theme, Same(word.Text))).ToHashSet()
        );
        return themed with
        {
            Words =
            [
                .. Words.Where(word =>
                    !theirs.Contains((word.Theme, Same(word.Word.Text))) && !away.Contains((word.Theme, Same(word.Word.Text)))
                ),
                .. other.Words,
            ],
            Removed =
            [
                .. Removed.Where(word => !theirs.Contains((word.Theme, Same(word.Text))) && !away.Contains((word.Theme, Same(word.Text)))),
                .. other.Removed,
            ],
        };
    }

    /// <summary>Takes back what led from one to the other: what has been changed since stays.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">As it became.</param>
    public NetworkLexicon Back(NetworkLexicon before, NetworkLexicon after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var words = Back(Words, before.Words, after.Words);
        var needed = words.Select(word => word.Theme).ToHashSet();
        var themes = Back(Themes, before.Themes, after.Themes);
        return new()
        {
            Themes = [.. themes, .. Themes.Where(theme => needed.Contains(theme.Key) && !themes.Contains(theme))],
            Words = words,
            Removed = Back(Removed, before.Removed, after.Removed),
        };
    }

    private static ImmutableList<T> Back<T>(ImmutableList<T> now, ImmutableList<T> before, ImmutableList<T> after)
    {
        var (was, became, stands) = (before.ToHashSet(), after.ToHashSet(), now.ToHashSet());
        return
        [
            .. now.Where(one => was.Contains(one) || !became.Contains(one)),
            .. before.Where(one => !became.Contains(one) && !stands.Contains(one)),
        ];
    }
}
