using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Changes of a network's own words by people: themes added and removed, words imported from a file, and the reverse of each.
/// </summary>
public sealed partial record NetworkLexicon
{
    /// <summary>Whether a text has letters or digits to look up.</summary>
    public static bool IsWord(PlainText text) => Same(text.Value).Any(char.IsLetter);

    /// <summary>Without one of the network's own themes and its words.</summary>
    public NetworkLexicon WithoutTheme(string key) => this with
    {
        Themes = Themes.RemoveAll(theme => theme.Key == key),
        Words = Words.RemoveAll(word => word.Theme == key),
        Removed = Removed.RemoveAll(word => word.Theme == key),
    };

    /// <summary>Restores a word that was removed.</summary>
    public NetworkLexicon Restore(RemovedWord word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return this with { Removed = RemovedBut(word.Theme, word.Text) };
    }

    /// <summary>Merges in everything that another has. Where the two differ, the other wins.</summary>
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

    /// <summary>Reverts the changes from one to the other. Changes made since then stay.</summary>
    /// <param name="before">The lexicon before the changes.</param>
    /// <param name="after">The lexicon after the changes.</param>
    public NetworkLexicon Revert(NetworkLexicon before, NetworkLexicon after)
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
