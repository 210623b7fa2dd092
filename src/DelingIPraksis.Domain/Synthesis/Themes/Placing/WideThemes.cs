using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A wide theme, with themes of the lexicon in it.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Name">What it is called on the screen.</param>
/// <param name="IsSaid">Whether it is what notes say of any subject, such as money and rules, and not a subject.</param>
/// <param name="Themes">The keys of the themes in it.</param>
public sealed record WideTheme(string Key, ThemeName Name, bool IsSaid, ImmutableList<string> Themes);

/// <summary>The wide themes of the product's lexicon.</summary>
public static class WideThemes
{
    private static readonly FrozenDictionary<string, WideTheme> ByTheme =
        Read().SelectMany(wide => wide.Themes.Select(theme => (theme, wide))).ToFrozenDictionary(one => one.theme, one => one.wide);

    /// <summary>The wide theme that a theme is in; null for a network's own theme.</summary>
    public static WideTheme? Of(string key) => ByTheme.GetValueOrDefault(key);

    // The same form as the lexicon: a heading with a key and three names, then what is in it.
    private static IEnumerable<WideTheme> Read()
    {
        foreach (var pair in LexiconText.Lines(LexiconText.Resource("wide.txt")).Chunk(2))
        {
            var (head, themes) = (pair[0].Split(']', 2), pair[1].Split(':', 2));
            var names = head[1].Split('|', StringSplitOptions.TrimEntries);
            yield return new(
                head[0][1..], new ThemeName(names[0], names[1], names[2]), themes[0] == "said", [.. LexiconText.Items(themes[1])]);
        }
    }
}
