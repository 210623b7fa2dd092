using System.Globalization;
using System.Text;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Our own stems in the language of PostgreSQL's text search. Its own parser and dictionaries are not used: the words are made here, so
/// that both databases find the same.
/// </summary>
internal static class PostgresWords
{
    // The limits of a tsvector.
    private const int LastPlace = 16_383;
    private const int LongestWord = 500;

    /// <summary>How far apart two lists of words stand, so that no phrase goes from one to the other.</summary>
    private const int Gap = 2;

    /// <summary>
    /// The words of a text as a <c>tsvector</c>: its stems have the weight A, the parts of its compounds B, what is beside it C.
    /// </summary>
    public static string VectorOf(IndexedText text)
    {
        var vector = new StringBuilder();
        var place = 0;
        foreach (var (words, weight) in new[] { (text.Stems, 'A'), (text.Parts, 'B'), (text.Beside, 'C') })
        {
            foreach (var word in Split(words))
                vector.Append(CultureInfo.InvariantCulture, $"'{word}':{place = Math.Min(place + 1, LastPlace)}{weight} ");
            place = Math.Min(place + Gap, LastPlace);
        }

        return vector.ToString();
    }

    /// <summary>A question as a <c>tsquery</c>. Every word is in quotes and has letters and digits only.</summary>
    public static string QueryOf(IndexQuestion question) =>
        string.Join(" & ", [.. question.Terms.Select(QueryOf), .. question.Phrases.Where(phrase => phrase.Count > 1).Select(QueryOf)]);

    private static string QueryOf(IReadOnlyList<string> phrase) =>
        $"(({Joined(phrase, " <-> ", ":A")}) | ({Joined(phrase, " & ", ":C")}))";

    private static string QueryOf(IndexTerm term)
    {
        List<string> ways = [Quoted(term.Stem)];
        if (term.Beginning is { } beginning) ways.Add($"{Quoted(beginning)}:*");
        if (term.Parts.Count > 0) ways.Add($"({Joined(term.Parts, " & ", "")})");
        return $"({string.Join(" | ", ways)})";
    }

    private static string Joined(IReadOnlyList<string> words, string how, string weight) =>
        string.Join(how, words.Select(word => Quoted(word) + weight));

    private static string Quoted(string word) => $"'{string.Concat(word.Where(char.IsLetterOrDigit))}'";

    // As SQLite's tokenizer «ascii» divides: at what is ASCII and neither a letter nor a digit.
    private static IEnumerable<string> Split(string words)
    {
        var word = new StringBuilder();
        foreach (var letter in words.Append(' '))
        {
            if (!char.IsAscii(letter) || char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(char.IsAscii(letter) ? char.ToLowerInvariant(letter) : letter);
                continue;
            }

            if (word.Length is > 0 and <= LongestWord) yield return word.ToString();
            word.Clear();
        }
    }
}
