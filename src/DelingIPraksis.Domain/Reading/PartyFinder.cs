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
            for (var at = 0; at < words.Length;)
            {
                var taken = 1;
                for (var length = Math.Min(MostWords, words.Length - at); length >= 1; length--)
                {
                    var name = string.Join(' ', words[at..(at + length)]);
                    var isLast = at + length == words.Length;
                    if (Party(name, isLast ? ending : "", register) is not { } party) continue;
                    yield return party;
                    taken = length;
                    break;
                }

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

    [GeneratedRegex(@"[,;:.\n\t(]+\s*|\s+(?:mens|medan|samt)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+(?:og|med|&|\+|[–—-]|/)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?:par|gruppe)?\s*[0-9]*\s*[:.)]?\s*(?:og\s+)?|[\s.,;:]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Trim();
}
