using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>A person that a running text says has spoken.</summary>
/// <param name="Speaker">Name and organisation.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record Mention(Speaker Speaker, string Sentence)
{
    /// <summary>What the person spoke about: the words after «om»; empty when the sentence does not say.</summary>
    public string Topic => PeopleInText.TopicOf(Sentence, Speaker.Name.Value);
}

/// <summary>Finds who spoke in sentences such as «I det andre innlegget viste Aasmund Bunkholt i Pådriv hvordan …».</summary>
internal static partial class PeopleInText
{
    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>The people who spoke, in order.</summary>
    public static IEnumerable<Mention> In(string text, Func<string, bool> isPlace)
    {
        foreach (var sentence in Sentences(text))
        {
            if (!Speaks().IsMatch(sentence)) continue;
            foreach (Match match in Names().Matches(sentence))
            {
                var words = match.Value;
                while (Leading().Match(words) is { Success: true } leading) words = words[leading.Length..];
                words = SpeakerReader.WithoutTitle(words);
                if (!SpeakerReader.IsName(words, isPlace)) continue;
                var end = match.Index + match.Length;
                yield return new(new Speaker(words, Organisation(sentence, match.Index, end, isPlace)), sentence);
            }
        }
    }

    /// <summary>Whether a sentence tells that somebody opened the gathering.</summary>
    public static bool Opens(string sentence) => OpenWords().IsMatch(sentence);

    /// <summary>Whether a text has a verb that tells of a gathering: it is no line of facts.</summary>
    public static bool IsTold(string text) => Told().IsMatch(text);

    internal static string TopicOf(string sentence, string name)
    {
        var after = sentence.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? sentence[(at + name.Length)..] : sentence;
        return Topic().Match(after) is { Success: true } topic ? (topic.Groups[1].Length > 0 ? topic.Groups[1] : topic.Groups[2]).Value
            .Trim(' ', '.', ',') : "";
    }

    private static string Organisation(string sentence, int start, int end, Func<string, bool> isPlace)
    {
        // «direktør for Klimaetaten i Bergen kommune, Stina Oseland»
        if (Before().Match(sentence[..start]) is { Success: true } before) return before.Groups[1].Value;
        // «Elverum v/ Nina Roland orienterte»
        if (Represented().Match(sentence[..start]) is { Success: true } of && isPlace(of.Groups[1].Value)) return of.Groups[1].Value;
        if (After().Match(sentence[end..]) is { Success: true } after && (after.Groups[2].Length > 0 || after.Groups[1].Length > 0))
            return after.Groups[1].Value.Trim();
        // «fortalte Christina Rasmussen om hvordan Kristiansand jobber»
        return How().Match(sentence[end..]) is { Success: true } how && (how.Groups[2].Length > 0 || isPlace(how.Groups[1].Value))
            ? $"{how.Groups[1].Value}{how.Groups[2].Value}"
            : "";
    }

    [GeneratedRegex(
        @"velkom|\båpn(?:et|a)\b|\bopna\b|åpningsinnlegg|opningsinnlegg|åpningsord|opningsord",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpenWords();

    [GeneratedRegex(
        @"\b(?:var|er|ble|blei|vart|hadde|har|møttes|møttest|holdt|heldt|deltok|samlet|samla|handlet|handla)\b",
            RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?<=[.!?]»?)\s+(?=[«""]?\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:ga|gav|gir|gjev|gir|fortalte|fortalde|fortel|forteller|fortelje|viste|viser|synte|syner|holdt|heldt|"
            + @"snakket|snakka|snakker|snakkar|pekte|peika|gjorde|innle(?:det|iia|ia|dning)|innledes|åpnet|åpna|opna|"
            + @"ønsk(?:et|te|a|er|ar|jer)|presentert?e?|presenterer|presentasjon(?:en)?|gikk|gjekk|la\s+(?:fram|frem)|"
            + @"orient\w+|delte|forklar\w+|beskrev|beskrev|skildra|min(?:net|te)|sa|innlegg(?:et)?|foredrag(?:et)?|"
            + @"føredrag(?:et)?|belys\w+|trakk|trekte|reflekt\w+|utfordr\w+|tok|drøft\w+|understreket|understreka|"
            + @"oppsummer\w+)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:von|van|de|der|af|la)\s+)?\p{Lu}(?:[\p{L}'’-]+|\.))+", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(
        @"^(?:I|Til|Fra|Frå|På|Med|Av|Ved|Det|Dette|Den|Så|Deretter|Etter|Først|Fyrst|Her|Da|Då|Og|Men|Som|For|Om|Under|"
            + @"Også|Videre|Vidare|Dagen|Siste|Første)\s+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(
        @"(?:i|fra|frå|for|ved)\s+(\p{Lu}[\p{L}-]*(?:\s+(?:og\s+)?\p{Lu}[\p{L}-]*)*\s+(?:fylkeskommune|kommune|"
            + @"herad)),\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"(\p{Lu}[\p{L}-]*(?:\s+(?:og\s+)?\p{Lu}[\p{L}-]*)*(?:\s+(?:fylkeskommune|kommune|herad))?),?\s+(?:v/|ved)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Represented();

    [GeneratedRegex(
        @"^(?:\s+\(|\s+(?:fra|frå|i|ved|hos)\s+|,\s+(?:\p{Ll}+\s+(?:i|ved|for|fra|"
            + @"frå)\s+)?)((?:\p{Lu}[\p{L}-]*)(?:\s+(?:og\s+)?\p{Lu}[\p{L}-]*)*(\s+(?:fylkeskommune|kommune|herad))?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(
        @"^\s+(?:om\s+)?(?:hvordan|korleis|hva|kva|hvorfor|"
            + @"kvifor)\s+(\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*)(\s+(?:fylkeskommune|kommune|herad))?", RegexOptions.CultureInvariant)]
    private static partial Regex How();

    [GeneratedRegex(
        @"\b(?:om\s+(.+)|((?:hvordan|korleis|hvorfor|kvifor|hva|kva)\s.+))$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Topic();
}
