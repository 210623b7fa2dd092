using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>
/// A pasted list, one party on each line. Taken as people have it: with bullets, with the register's number before or after the name, with
/// tabs from a spreadsheet, with empty lines and the same name twice.
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
            // Two Herøy with a number each are two; the same line again is a slip.
            if (!name.IsEmpty && known.Add(number ?? name.Value)) parties.Add(new InvitedParty(name, number));
        }

        return parties;
    }

    /// <summary>The first name that is too long to be one, or null.</summary>
    public static InvitedParty? TooLong(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.Name.Length > Limits.Name);

    [GeneratedRegex(@"^[\s•*–—-]*(?:(?<before>\d{4}|\d{2})[\s;,:.)-]+)?(?<name>\S.*?)(?:[\s;,(]+(?<after>\d{4}|\d{2})\)?)?[\s;,.]*$")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlanksPattern();
}
