using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>Reads who speaks from a line such as «Per Olav Sletten, Skjåk kommune og Ingrid Moen, NVE».</summary>
internal static partial class SpeakerReader
{
    private const int MostWords = 6;

    /// <summary>The speakers of a line, or none when it is not a list of people.</summary>
    /// <param name="text">The names, with or without organisations.</param>
    /// <param name="isPlace">Whether a name is that of a municipality or a county: «Øystre Slidre» is nobody.</param>
    public static ImmutableList<Speaker> Read(string text, Func<string, bool> isPlace)
    {
        var speakers = new List<(string Name, string Organisation)>();
        // From this place, those without an organisation get the next one: «Jon Berg og Anita Riise, Vestby kommune».
        var waiting = 0;
        var named = false;
        foreach (Match match in Part().Matches(text.Trim().TrimEnd('.', ';', ':')))
        {
            var part = match.Groups["p"].Value.Trim();
            if (part.Length == 0) continue;
            if (PersonOf(part, isPlace) is { } person)
            {
                if (named && match.Groups["s"].Value.Trim() is not ("og" or "&")) waiting = speakers.Count;
                if (speakers.Count > 0 && speakers[^1].Organisation.Length > 0) waiting = speakers.Count;
                speakers.Add(person);
                named = true;
                if (person.Organisation.Length > 0 && match.Groups["s"].Value.Trim() is "og" or "&")
                    for (var at = waiting; at < speakers.Count; at++)
                        if (speakers[at].Organisation.Length == 0) speakers[at] = speakers[at] with { Organisation = person.Organisation };
                continue;
            }

            // «rådgiver» and «prosjektleder i Lom kommune» between commas.
            var said = TitleThenPlace().Match(part) is { Success: true } placed ? placed.Groups[1].Value : part;
            if (speakers.Count == 0)
            {
                if (Titles().IsMatch(part)) continue;
                return [];
            }

            if (Titles().Match(said) is { Success: true } title && title.Length == said.Length) continue;
            if (said.Split(' ').Length > MostWords || said.EndsWith('?') || InSentence().IsMatch(said)) return [];
            if (match.Groups["s"].Value.Trim() is "og" or "&" && speakers[^1].Organisation.Length > 0)
            {
                speakers[^1] = speakers[^1] with { Organisation = $"{speakers[^1].Organisation} og {said}" };
                continue;
            }

            if (!char.IsUpper(said[0]) && !char.IsDigit(said[0])) return [];
            for (var at = waiting; at < speakers.Count; at++)
                if (speakers[at].Organisation.Length == 0) speakers[at] = speakers[at] with { Organisation = said };
                else if (at == speakers.Count - 1) speakers[at] = speakers[at]
                    with { Organisation = $"{speakers[at].Organisation}, {said}" };
        }

        return [.. speakers.Select(speaker => new Speaker(speaker.Name, speaker.Organisation))];
    }

    /// <summary>A person's name with what it is joined to: «Kari Moe (Lom)», «Kari Moe fra Lom kommune», «ordfører Kari Moe i
    /// Lom».</summary>
    private static (string Name, string Organisation)? PersonOf(string part, Func<string, bool> isPlace)
    {
        var name = WithoutTitle(part);
        var organisation = "";
        if (Parenthesis().Match(name) is { Success: true } inside) (name, organisation) = (inside.Groups[1].Value, inside.Groups[2].Value);
        else if (From().Match(name) is { Success: true } from) (name, organisation) = (from.Groups[1].Value, from.Groups[2].Value);
        name = name.Trim();
        return IsName(name, isPlace) && !InSentence().IsMatch(organisation) ? (name, organisation.Trim()) : null;
    }

    /// <summary>Whether words are a person's name by their form.</summary>
    public static bool IsName(string words, Func<string, bool> isPlace) =>
        Name().IsMatch(words) && !OfOrganisation().IsMatch(words) && !isPlace(words)
        // «KS Nord» is an organisation, but in «KARI MOE» all is in capitals.
        && (!words.Any(char.IsLower) || !words.Split(' ').Any(word => word.Length > 1 && word.All(char.IsUpper)));

    /// <summary>Words without «ordfører» and other titles in front.</summary>
    public static string WithoutTitle(string words)
    {
        while (Titles().Match(words) is { Success: true, Index: 0 } title && title.Length < words.Length)
            words = words[title.Length..].TrimStart(' ', ',', ':');
        return words;
    }

    [GeneratedRegex(
        @"(?<s>^|\s+og\s+|\s*&\s*|\s*[,;/\n]\s*(?:og\s+)?|\s*\t\s*)(?<p>(?:\([^)]*\)|(?!\s+og\s|\s*&)[^,;/\n\t(])+)",
            RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(.+?)\s*\(([^)]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^(.+?)\s+(?:fra|frå|i|ved|på|hos)\s+(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^\p{Ll}.*?\s(?:fra|frå|i|ved|på|for|hos)\s+(\p{Lu}.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleThenPlace();

    // Words that no organisation has in its name, and that go on a sentence.
    [GeneratedRegex(
        @"\b(?:med|om|hvordan|korleis|som|at|å|har|er|ble|vart|viste|fortalte|fortalde|skal|kan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InSentence();

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:von|van|de|der|den|af|la|el|bin|al)\s+)*\p{Lu}[\p{L}'’.-]*){1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:kommune\p{L}*|fylke\p{L}*|herad|KS|AS|ASA|SA|IKS|NVE|NTNU|UiT|UiO|UiB|NMBU|universitet\p{L}*|"
            + @"høgskul\p{L}*|høgskole\p{L}*|\p{L}*direktorat\p{L}*|departement\p{L}*|etat\p{L}*|nettverk\p{L}*|senter\p{L}*|"
            + @"institutt\p{L}*|statsforvalter\p{L}*|statsforvaltar\p{L}*|samling\p{L}*|bolk|presentasjon\p{L}*|rapport\p{L}*|"
            + @"Norge|Noreg|Norway|Kvalitet|Strategi|Plan|Prosjekt\p{L}*|hotell?|kulturhus|rådhus|\p{L}+(?:skolen|skulen|"
            + @"universitetet|etaten|foreningen|foreininga|verket|rådet|banken|selskapet|kontoret|museet|stiftelsen|stiftinga|"
            + @"forbundet|sentralen|laget|klyngen|klynga|parken|forskning|forsking|utvikling|regionråd)|Innlandet|Vestland|"
            + @"Agder|Rogaland|Nordland|Trøndelag|Telemark|Vestfold|Østfold|Buskerud|Akershus|Finnmark|Viken)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfOrganisation();

    [GeneratedRegex(
        @"^(?:(?:vara|fylkes|gruppe)?ordfører(?:en|ne)?|(?:vara|fylkes|gruppe)?ordførar(?:en|ane)?|(?:\p{L}*(?:sjef|"
            + @"leder|leiar|direktør|rådgiver|rådgjevar|forsker|forskar|konsulent|planlegger|planleggar|ingeniør|koordinator|"
            + @"professor|førsteamanuensis|sekretær|minister|politiker|politikar|arkitekt|rektor|representant|ansvarlig|"
            + @"ansvarleg|rådmann|lege|medarbeider|medarbeidar|gründer|forvalter|forvaltar|student|stipendiat|lektor|lærer|"
            + @"lærar|eier|eigar|mester|redaktør))(?:en|n|ne|ene|ane|e|ar)?|dr\.?|prof\.?|fylkesråd|byråd(?:en|sleder)?|"
            + @"statsråd|kollega(?:en)?)(?![\p{L}])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Titles();
}
