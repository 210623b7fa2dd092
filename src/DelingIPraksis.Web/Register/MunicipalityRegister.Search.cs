using System.Collections.Frozen;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Register;

/// <summary>A municipality or a county council that a search has found.</summary>
/// <param name="Name">All its names in the official order, as they are set in print: «Trondheim – Tråante».</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="County">The county a municipality lies in, or null.</param>
public sealed record RegisterHit(string Name, string Number, PartyKind Kind, string? County);

public sealed partial class MunicipalityRegister
{
    private FrozenDictionary<string, Municipality>? _byDomain;
    private IReadOnlyList<(string Name, Municipality One)>? _spelt;

    /// <summary>Those that what has been typed so far may mean: a beginning of any of the names, of a word in them, or of the number; the nearest first.</summary>
    public IReadOnlyList<RegisterHit> Search(string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var sought = Fold(typed);
        if (sought.Length == 0) return [];
        var municipalities = All.Select(one => (Rank: Rank(sought, one.Number, [.. NamesOf(one).SelectMany(Typed)]), Hit: HitOf(one)));
        var counties = Counties.Select(county => (Rank: Rank(sought, county.Number, [.. Typed(county.Name + " fylkeskommune")]), Hit: HitOf(county)));
        return [.. municipalities.Concat(counties).Where(found => found.Rank < NotFound).OrderBy(found => found.Rank).ThenBy(found => found.Hit.Name, StringComparer.Ordinal).Select(found => found.Hit).Take(most)];
    }

    /// <summary>The municipality whose name is nearest to what was written, a letter or two away, when there is one such: «Arrendal» is nearly Arendal.</summary>
    public Municipality? Near(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var sought = Fold(written.Trim('!', '?', '.', ',', ':', '"'));
        // Short names are a letter from one another, and nothing long is a name.
        var most = sought.Length switch { < 4 or > 40 => 0, < 8 => 1, _ => 2 };
        if (most == 0) return null;
        _spelt ??= [.. All.SelectMany(one => NamesOf(one).Select(name => (Fold(name), one)))];
        var near = _spelt.Where(named => Math.Abs(named.Name.Length - sought.Length) <= most)
            .GroupBy(named => Distance(named.Name, sought), named => named.One)
            .Where(group => group.Key <= most).MinBy(group => group.Key)?.Distinct().ToList();
        return near is [var one] ? one : null;
    }

    /// <summary>How many letters are put in, left out or put in another's place between two words.</summary>
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

    /// <summary>The municipality that an address on the net is of, such as <c>tromso.kommune.no</c>; null for any other.</summary>
    public Municipality? OfDomain(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        var parts = domain.ToLowerInvariant().Split('.');
        var place = Array.IndexOf(parts, "kommune");
        _byDomain ??= All.SelectMany(one => NamesOf(one).SelectMany(DomainForms).Distinct().Select(form => (form, one))).GroupBy(named => named.form)
            // Two of the same name are told apart by nothing that stands in the address.
            .Where(group => group.Select(named => named.one).Distinct().Count() == 1).ToFrozenDictionary(group => group.Key, group => group.First().one);
        return place > 0 ? _byDomain.GetValueOrDefault(parts[place - 1]) : null;
    }

    internal static RegisterHit HitOf(Municipality one) => new(InPrint(one), one.Number, PartyKind.Municipality, one.County);

    internal static RegisterHit HitOf((string Number, string Name) county) => new($"{county.Name} fylkeskommune", county.Number, PartyKind.County, null);

    // «Trondheim - Tråante» in the register is set with a dash; «Herøy (Nordland)» says the county, which a party tells in a place of its own.
    private static string InPrint(Municipality one) => one.OtherNames.Count > 0 ? one.OfficialName.Replace(" - ", " – ", StringComparison.Ordinal) : one.Name;

    private const int NotFound = 9;

    private static int Rank(string sought, string number, IReadOnlyList<string> names)
    {
        if (number == sought || names.Contains(sought)) return 0;
        if (number.StartsWith(sought, StringComparison.Ordinal)) return 1;
        if (names.Any(name => name.StartsWith(sought, StringComparison.Ordinal))) return 2;
        if (names.Any(name => name.Contains(' ' + sought, StringComparison.Ordinal))) return 3;
        return sought.Length > 2 && names.Any(name => name.Contains(sought, StringComparison.Ordinal)) ? 4 : NotFound;
    }

    // Not everybody finds å and ø on the keyboard: «tra» is a beginning of Tråante too.
    private static IEnumerable<string> Typed(string name)
    {
        var folded = Fold(name);
        yield return folded;
        yield return folded.Replace("å", "a", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
    }

    private static IEnumerable<string> DomainForms(string name)
    {
        var spelt = Fold(name).Replace("å", "aa", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);
        foreach (var form in Typed(name).Append(spelt))
        {
            yield return form.Replace(" ", "", StringComparison.Ordinal);
            yield return form.Replace(' ', '-');
        }
    }
}
