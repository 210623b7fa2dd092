using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>Finds municipalities and counties in text.</summary>
internal static partial class PartyFinder
{
    private const int MostWords = 4;

    private static readonly HashSet<string> _withAnd = ["Sogn og Fjordane", "Troms og Finnmark", "Vestfold og Telemark", "Møre og Romsdal"];

    /// <summary>Every municipality named, with or without «kommune»: for lists and for sentences that say who came.</summary>
    public static IEnumerable<FoundParty> NamesIn(string text, RegisterLookup register)
    {
        foreach (Match match in Capitals().Matches(text))
        {
            var ending = match.Groups["k"].Value.Trim();
            // «Lom, Skjåk» are two matches, «Øystre Slidre» is one. The longest name that the register has counts.
            var words = match.Groups["n"].Value.Split(' ');
            string? before = null;
            for (var at = 0; at < words.Length;)
            {
                var (taken, isParty) = (1, false);
                for (var length = Math.Min(MostWords, words.Length - at); length >= 1; length--)
                {
                    var name = string.Join(' ', words[at..(at + length)]);
                    var isLast = at + length == words.Length;
                    if (Party(name, isLast ? ending : "", register) is not { } party) continue;
                    // «Randi Berg» is somebody, though Berg was a municipality.
                    if (length == 1 && before is { } first && !Introduces().IsMatch(first)) continue;
                    yield return party;
                    (taken, isParty) = (length, true);
                    break;
                }

                before = isParty ? null : words[at];
                at += taken;
            }
        }
    }

    /// <summary>Those named with «kommune», «herad» or «fylkeskommune» after the name.</summary>
    public static IEnumerable<FoundParty> WithTitleIn(string text, RegisterLookup register)
    {
        foreach (Match match in Capitals().Matches(text))
            if (match.Groups["k"].Value.Trim() is { Length: > 0 } ending)
            {
                var words = match.Groups["n"].Value.Split(' ');
                for (var at = 0; at < words.Length; at++)
                    if (Party(string.Join(' ', words[at..]), ending, register) is { } party)
                    {
                        yield return party;
                        break;
                    }
            }
    }

    private static FoundParty? Party(string name, string ending, RegisterLookup register)
    {
        var genitive = ending.TrimEnd('s');
        if (genitive.Equals("fylkeskommune", StringComparison.OrdinalIgnoreCase))
            // A county that is no more is not in the register, and took part all the same.
            return register($"{name} {genitive}")
                ?? (!name.Contains(' ', StringComparison.Ordinal) || _withAnd.Contains(name)
                    ? new FoundParty(name, null, PartyKind.County, null) : null);
        return register(ending.Length > 0 ? $"{name} {genitive}" : name);
    }

    // A word in front of a name that is no first name.
    [GeneratedRegex(@"^(?:kommun|fylk|delt|vert|til|fra|frå|og|med|par|gruppe|ordfør|møt|her|også)", Any)]
    private static partial Regex Introduces();

    private const RegexOptions Any = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"(?<n>\p{Lu}[\p{L}]*(?:-\p{Lu}?\p{L}+)*(?: (?:og )?\p{Lu}[\p{L}]*(?:-\p{Lu}?\p{L}+)*)*)(?<k> (?:fylkeskommunes?"
            + @"|kommunes?|herad)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();
}

/// <summary>Finds who sat together in text such as «Voss og Vik, Kvam og Aurland».</summary>
internal static partial class PairFinder
{
    /// <summary>The pairs, and the groups of three, of a text.</summary>
    public static IEnumerable<IReadOnlyList<FoundParty>> In(string text, RegisterLookup register)
    {
        foreach (var group in Between().Split(text))
        {
            var names = And().Split(group);
            if (names.Length is not (2 or 3)) continue;
            var parties = names.Select(name => register(Trim().Replace(name, ""))).OfType<FoundParty>().ToList();
            if (parties.Count == names.Length) yield return parties;
        }
    }

    /// <summary>The pair, or the three, that a text is or begins with: «Flora/Bremanger», «Hamar – Elverum: …»; else null.</summary>
    public static IReadOnlyList<FoundParty>? Whole(string text, RegisterLookup register)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // «Par 1: Voss og Vik» has its names after the mark.
        if (colon > 0 && !Numbered().IsMatch(text)) text = text[..colon];
        return text.Length > 120 ? null : Of(Names().Split(Trim().Replace(text, "")), register);
    }

    /// <summary>The pair of a row of a table: two or three names, and perhaps a number. Null when it is none.</summary>
    public static IReadOnlyList<FoundParty>? OfCells(IEnumerable<string> cells, RegisterLookup register) =>
        Of([.. cells.Select(cell => Trim().Replace(cell.Trim(), "")).Where(cell => cell.Length > 0)], register);

    private static List<FoundParty>? Of(string[] names, RegisterLookup register)
    {
        if (names.Length is not (2 or 3)) return null;
        var parties = names.Select(name => register(name.Trim())).OfType<FoundParty>().ToList();
        return parties.Count == names.Length ? parties : null;
    }

    [GeneratedRegex(@"^(?:par|gruppe|rom|bord)\s*[0-9]*\s*:", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s*,\s*|\s+(?:og|med|&|\+|[–—-])\s+|\s*/\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"[,;:.\n\t(]+\s*|\s+(?:mens|medan|samt)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+(?:og|med|&|\+|[–—-]|/)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(
        @"^(?:par|gruppe|rom|bord)?\s*[0-9]*\s*[:.)]?\s*(?:og\s+)?|[\s.,;:]+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Trim();
}
