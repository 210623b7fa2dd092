using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>
/// A pasted list, one party on each line. Taken as people have it: with bullets, with the register's number before or after the name, with
/// tabs from a spreadsheet, with empty lines and the same name twice. Municipalities are recognised by any of their names; others take part as
/// they are written.
/// </summary>
internal static partial class PartyList
{
    public static IReadOnlyList<InvitedParty> Parse(PlainText pasted)
    {
        var parties = new List<InvitedParty>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in pasted.Value.Split('\n'))
        {
            var match = LinePattern().Match(line);
            if (!match.Success) continue;
            var number = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Success ? match.Groups["after"].Value : null;
            PlainText name = BlanksPattern().Replace(match.Groups["name"].Value, " ");
            if (name.IsEmpty) continue;
            var party = Recognise(name, number);
            // Two Herøy with a number each are two; the same line again is a slip.
            if (known.Add(party.RegisterNumber ?? party.Name.Value)) parties.Add(party);
        }

        return parties;
    }

    /// <summary>The first name that is too long to be one, or null.</summary>
    public static InvitedParty? TooLong(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.Name.Length > Limits.Name);

    /// <summary>The first name that two municipalities bear, or null.</summary>
    public static InvitedParty? Unclear(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.MayMean.Count > 1);

    // The name stays as it was written when a number decides: numbers have been others before, and names too.
    private static InvitedParty Recognise(PlainText name, string? number)
    {
        var register = MunicipalityRegister.Current;
        if (number is not null)
        {
            var numbered = register.Numbered(number);
            return new(name, number, number.Length == 2 || IsCountyCouncil(name) ? PartyKind.County : PartyKind.Municipality, numbered?.County);
        }

        if (IsCountyCouncil(name)) return new(name, register.CountyCouncil(name.Value)?.Number, PartyKind.County, null);
        return register.Named(name.Value) switch
        {
            [var one] => new(Called(one, name.Value), one.Number, PartyKind.Municipality, one.County),
            [] => new(name, null, PartyKind.Other, null),
            var several => new(name, null, PartyKind.Municipality, null) { MayMean = several },
        };
    }

    // «TRÅANTE» is «Tråante», «stad kommune» is «Stad»: the register's own form of the name that was written.
    private static PlainText Called(Municipality one, string written)
    {
        var names = one.OtherNames.Append(one.OfficialName).Append(one.Name);
        return names.FirstOrDefault(name => string.Equals(name, written, StringComparison.OrdinalIgnoreCase)) ?? one.Name;
    }

    private static bool IsCountyCouncil(PlainText name) => name.Value.EndsWith("fylkeskommune", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[\s•*–—-]*(?:(?<before>\d{4}|\d{2})[\s;,:.)-]+)?(?<name>\S.*?)(?:[\s;,(]+(?<after>\d{4}|\d{2})\)?)?[\s;,.]*$")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlanksPattern();
}
