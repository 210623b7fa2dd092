using System.Buffers;
using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Searching;

/// <summary>
/// Words that were typed in quotation marks: they must stand in this order with nothing between them, in these forms. Large letters,
/// accents and punctuation make no difference.
/// </summary>
/// <param name="Words">The words in the spelling that is compared, small words too; never empty.</param>
/// <param name="Stems">The stems of the words that an index has; empty when all of them are small words.</param>
public sealed record SearchPhrase(ImmutableArray<string> Words, ImmutableArray<string> Stems)
{
    // Norwegian, English and German marks, and those of a keyboard. Any of them opens and any closes: people mix them.
    private static readonly SearchValues<char> _marks = SearchValues.Create("\"«»“”„");

    /// <summary>The phrases in what somebody typed. A mark without another one after it is no phrase.</summary>
    public static IEnumerable<SearchPhrase> In(string typed, SearchReader reader)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(reader);
        var phrases = new List<SearchPhrase>();
        for (var from = 0; typed.AsSpan(from).IndexOfAny(_marks) is >= 0 and var open;)
        {
            var start = from + open + 1;
            var length = typed.AsSpan(start).IndexOfAny(_marks);
            if (length < 0) break;
            var inside = typed.Substring(start, length);
            var words = SearchReader.Spell(inside).ToImmutableArray();
            if (!words.IsEmpty) phrases.Add(new(words, [.. reader.Read(inside).Select(word => word.Stem)]));
            from = start + length + 1;
        }

        return phrases;
    }

    /// <summary>Whether a text has the words just so.</summary>
    public bool IsIn(string text)
    {
        List<string> written = [.. SearchReader.Spell(text)];
        for (var from = 0; from + Words.Length <= written.Count; from++)
            if (Words.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(written).Slice(from, Words.Length)))
                return true;
        return false;
    }
}
