using System.Collections.Frozen;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Web.Register;

/// <summary>A municipality or a county council in a search result.</summary>
/// <param name="Name">All its names in the official order, with the typography of the screen: «Trondheim – Tråante».</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Municipality or county council.</param>
/// <param name="County">The county of a municipality; null for a county council.</param>
/// <param name="Since">
/// The year of the change, when the name that was searched for is of other years. Null when the search found its own name.
/// </param>
public sealed record RegisterHit(string Name, string Number, PartyKind Kind, string? County, int? Since = null)
{
    /// <summary>The name that was searched for, in its official form; null when that is its own.</summary>
    public string? Was { get; init; }

    /// <summary>Whether that name is a later one: «Stad» for Eid and Selje on a day in 2018.</summary>
    public bool WasLater { get; init; }
}

public sealed partial class MunicipalityRegister
{
    private FrozenDictionary<string, Municipality>? _byDomain;
    private IReadOnlyList<(string Name, Municipality One)>? _spelt;

    /// <summary>
    /// The possible matches for the typed text: the beginning of a name, of a word in a name, or of the number. The nearest come first.
    /// </summary>
    public IReadOnlyList<RegisterHit> Search(string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(typed);
        string[] sought = [.. SoughtIn(Fold(typed)).Distinct()];
        if (sought.Length == 0) return [];
        var municipalities = All.Select(one =>
            (Rank: sought.Min(form => Rank(form, one.Number, [.. NamesOf(one).SelectMany(Typed)])), Hit: HitOf(one))
        );
        var counties = Counties.Select(county =>
            (Rank: sought.Min(form => Rank(form, county.Number, [.. Typed(county.Name + " fylkeskommune")])), Hit: HitOf(county))
        );
        RegisterHit[] found =
        [
            .. municipalities
                .Concat(counties)
                .Where(found => found.Rank < NotFound)
                .OrderBy(found => found.Rank)
                .ThenBy(found => found.Hit.Name, NorwegianOrder.Comparer)
                .Select(found => found.Hit)
                .Take(most),
        ];
        // «Eid» is the beginning of Eidsvoll, but also a former municipality.
        if ((Former(typed) ?? FormerNumbered(typed.Trim())) is { } former)
            found = [.. found, .. former.Now.ExceptBy(found.Select(hit => hit.Number), hit => hit.Number)];
        return found.Length == 0 && Near(typed) is { } near ? [HitOf(near)] : found;
    }

    /// <summary>
    /// The municipality with the nearest name, when it differs by one or two letters: «Arrendal» gives Arendal. Null otherwise.
    /// </summary>
    public Municipality? Near(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var sought = Fold(written.Trim('!', '?', '.', ',', ':', '"'));
        // «Sør-Varanger kommunne»: the misspelling may be in the word after the name.
        if (sought.LastIndexOf(' ') is > 0 and var blank && sought.Length - blank > 4 && Distance(sought[(blank + 1)..], "kommune") <= 2)
            sought = sought[..blank];
        // Short names differ by one letter only, and a long text is not a name.
        var most = sought.Length switch { < 4 or > 40 => 0, < 8 => 1, _ => 2 };
        if (most == 0) return null;
        _spelt ??= [.. All.SelectMany(one => NamesOf(one).Select(name => (Fold(name), one)))];
        var near = _spelt.Where(named => Math.Abs(named.Name.Length - sought.Length) <= most)
            .GroupBy(named => Distance(named.Name, sought), named => named.One)
            .Where(group => group.Key <= most).MinBy(group => group.Key)?.Distinct().ToList();
        return near is [var one] ? one : null;
    }

    /// <summary>Whether the text is the municipality's name with one or two wrong letters.</summary>
    public bool IsNearly(Municipality one, string written)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(written);
        var sought = Fold(written);
        return sought.Length is > 3 and <= 60 && NamesOf(one).Any(name => Distance(Fold(name), sought) <= (sought.Length < 6 ? 1 : 2));
    }

    /// <summary>The number of inserted, removed and replaced letters between two words.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    /// <summary>The municipality of a domain, such as <c>tromso.kommune.no</c>; null for any other domain.</summary>
    public Municipality? OfDomain(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var parts = domain.ToLowerInvariant().Split('.');
        var place = Array.IndexOf(parts, "kommune");
        _byDomain ??= All.SelectMany(one => NamesOf(one).SelectMany(DomainForms).Distinct().Select(form => (form, one)))
            .GroupBy(named => named.form)
            // The domain does not distinguish two municipalities with the same name.
            .Where(group => group.Select(named => named.one).Distinct().Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.First().one);
        return place > 0 ? _byDomain.GetValueOrDefault(parts[place - 1]) : null;
    }

    /// <summary>Whether some names contain the typed text, in any spelling of either: «raade», «rade» and «råde» in «Ås og Råde».</summary>
    internal static bool IsContainedIn(string typed, string names) =>
        Typed(names).Any(form => Typed(typed).Any(sought => form.Contains(sought, StringComparison.Ordinal)));

    internal static RegisterHit HitOf(Municipality one) => new(InPrint(one), one.Number, PartyKind.Municipality, one.County);

    internal static RegisterHit HitOf((string Number, string Name) county) =>
        new($"{county.Name} fylkeskommune", county.Number, PartyKind.County, null);

    // The register's «Trondheim - Tråante» is shown with a dash. «Herøy (Nordland)» has the county in its name, but a party has its county
    // in a field of its own.
    private static string InPrint(Municipality one) =>
        one.OtherNames.Count > 0 ? one.OfficialName.Replace(" - ", " – ", StringComparison.Ordinal) : one.Name;

    private const int NotFound = 9;

    private static int Rank(string sought, string number, IReadOnlyList<string> names)
    {
        if (number == sought || names.Contains(sought)) return 0;
        if (number.StartsWith(sought, StringComparison.Ordinal)) return 1;
        if (names.Any(name => name.StartsWith(sought, StringComparison.Ordinal))) return 2;
        if (names.Any(name => name.Contains(' ' + sought, StringComparison.Ordinal))) return 3;
        return sought.Length > 2 && names.Any(name => name.Contains(sought, StringComparison.Ordinal)) ? 4 : NotFound;
    }

    // «bodø kommune», and «bodø kom» while it is typed, mean Bodø. «raade» means «råde».
    private static IEnumerable<string> SoughtIn(string typed)
    {
        if (typed.Length == 0) yield break;
        yield return typed;
        yield return Spelt(typed);
        if (
            typed.LastIndexOf(' ') is > 0 and var blank
            && Array.Exists(_endings, ending => ending.StartsWith(typed[blank..], StringComparison.Ordinal))
        )
        {
            yield return typed[..blank];
            yield return Spelt(typed[..blank]);
        }
    }

    // Not everybody finds å and ø on the keyboard: «tra» and «traa» also match Tråante.
    private static IEnumerable<string> Typed(string name)
    {
        var folded = Fold(name);
        yield return folded;
        yield return Spelt(folded);
        yield return folded
            .Replace("å", "a", StringComparison.Ordinal)
            .Replace("ø", "o", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal);
    }

    private static IEnumerable<string> DomainForms(string name)
    {
        foreach (var form in Typed(name))
        {
            yield return form.Replace(" ", "", StringComparison.Ordinal);
            yield return form.Replace(' ', '-');
        }
    }
}
