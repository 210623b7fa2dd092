using System.Collections.Frozen;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Which language a text is written in, told by its smallest words, so that screen readers and spelling checks take a nynorsk paragraph
/// in a bokmål report for what it is. A text that does not say gets the language of the report.
/// </summary>
public static class WrittenForm
{
    private static readonly FrozenSet<string> Nynorsk = Words(
        "ikkje eg ein eit dei frå korleis kva kvar kven kvifor vere vera vart blei òg noko nokon mykje berre gjer gjere skule meir saman deira hjå sjølv utan medan heile kommunane seie seier veit høyrer bygd løysing løysingar moglegheiter utfordringar");

    private static readonly FrozenSet<string> Bokmal = Words(
        "ikke jeg en et de fra hvordan hva hvor hvem hvorfor være ble blir også noe noen mye bare gjør gjøre skole mer sammen deres hos selv uten mens kommunene sier vet hører løsning løsninger muligheter utfordringer");

    private static readonly FrozenSet<string> English = Words("the and of with that this from have are is was not they their which will would should our");

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="otherwise">The language of what it stands in.</param>
    public static Language Of(PlainText text, Language otherwise)
    {
        Span<int> score = stackalloc int[3];
        var nynorsk = Nynorsk.GetAlternateLookup<ReadOnlySpan<char>>();
        var bokmal = Bokmal.GetAlternateLookup<ReadOnlySpan<char>>();
        var english = English.GetAlternateLookup<ReadOnlySpan<char>>();
        var value = text.Value.AsSpan();
        for (var start = 0; start < value.Length;)
        {
            var end = start;
            while (end < value.Length && char.IsLetter(value[end])) end++;
            var word = value[start..end];
            if (bokmal.Contains(word)) score[(int)Language.Bokmal]++;
            if (nynorsk.Contains(word)) score[(int)Language.Nynorsk]++;
            if (english.Contains(word)) score[(int)Language.English]++;
            start = end + 1;
        }

        var best = otherwise;
        foreach (var language in Enum.GetValues<Language>())
            if (score[(int)language] >= 2 && score[(int)language] > score[(int)best]) best = language;
        return best;
    }
}
