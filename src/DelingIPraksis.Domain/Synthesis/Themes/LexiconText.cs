using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Reads the text format of the product's lexicon.</summary>
/// <remarks>
/// A theme is a line <c>[key] bokmål | nynorsk | English</c>, then lines of words after their weight: <c>3: anbud, offentlig innkjøp</c>.
/// Lines that begin with # are comments. The general words are separated by commas and lines.
/// </remarks>
internal static class LexiconText
{
    private const string Folder = "DelingIPraksis.Domain.Synthesis.Themes.Words.";

    public static Lexicon ReadStandard() => new(
        Themes(Resource("themes.txt")),
        Lines(Resource("general.txt")).SelectMany(Items));

    private static IEnumerable<LexiconTheme> Themes(string text)
    {
        LexiconTheme? theme = null;
        foreach (var line in Lines(text))
        {
            if (line[0] == '[')
            {
                if (theme is not null) yield return theme;
                var end = line.IndexOf(']', StringComparison.Ordinal);
                var names = line[(end + 1)..].Split('|', StringSplitOptions.TrimEntries);
                theme = new LexiconTheme(line[1..end], new ThemeName(names[0], names[1], names[2]), ImmutableList<LexiconWord>.Empty);
                continue;
            }

            var weight = int.Parse(line.AsSpan(0, 1), CultureInfo.InvariantCulture);
            theme = theme! with { Words = theme.Words.AddRange(Items(line[2..]).Select(word => new LexiconWord(word, weight))) };
        }

        if (theme is not null) yield return theme;
    }

    internal static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');

    internal static IEnumerable<string> Items(string line) =>
        line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static string Resource(string name)
    {
        using var stream = typeof(LexiconText).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
