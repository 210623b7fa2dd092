using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>
/// A pasted list. Taken as people have it: with bullets and numbering, with the register's number before or after the name, with commas, with tabs
/// from a spreadsheet, with e-mail addresses, with empty lines and the same name twice. Municipalities are recognised by any of their names; what
/// is not recognised takes part as it is written, or is asked about.
/// </summary>
internal static partial class PartyList
{
    private static readonly string[] _headings =
        ["kommune", "kommuner", "kommunenavn", "kommunenummer", "kommunenr", "fylke", "fylkeskommune", "navn", "namn", "nummer", "nr", "antall", "deltaker", "deltakere", "e-post", "epost", "kontakt"];

    /// <summary>Those in the list, each once.</summary>
    public static IReadOnlyList<InvitedParty> Parse(PlainText pasted) => [.. Read(pasted).Where(line => !line.IsRepeat).Select(line => line.Party)];

    /// <summary>The list line by line, with what was understood of each; a line that names several gives several.</summary>
    public static IReadOnlyList<PartyLine> Read(PlainText pasted)
    {
        var lines = new List<PartyLine>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var raw in pasted.Value.Split('\n'))
        {
            // A spreadsheet puts quotation marks round its cells, and headings over its columns.
            var written = NumberingPattern().Replace(raw, "").Replace("\"", "", StringComparison.Ordinal);
            if (IsHeading(written)) continue;
            foreach (var party in AddressesIn(written) ?? SeveralIn(written) ?? One(written))
                // Two Herøy with a number each are two; the same line again is a slip.
                lines.Add(new(Blanks(raw), party, IsRepeat: !known.Add(party.RegisterNumber ?? party.Name.Value)));
        }

        return lines;
    }

    /// <summary>The first name that is too long to be one, or null.</summary>
    public static InvitedParty? TooLong(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.Name.Length > Limits.Name);

    /// <summary>The first name that two municipalities bear, or null.</summary>
    public static InvitedParty? Unclear(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.MayMean.Count > 1);

    /// <summary>«Kari Nordmann &lt;kari@stad.kommune.no&gt;» is Stad: the address knows better than the name before it.</summary>
    private static IReadOnlyList<InvitedParty>? AddressesIn(string line)
    {
        if (line.Length > 2_000) return null;
        var addresses = AddressPattern().Matches(line);
        if (addresses.Count == 0) return null;
        return [.. addresses.Select(address => MunicipalityRegister.Current.OfDomain(address.Groups["domain"].Value) is { } one
            ? new InvitedParty(one.Name, one.Number, PartyKind.Municipality, one.County)
            : Known(Blanks(AddressPattern().Replace(line, " ")).Trim('<', '>', '"', ',', ';', '(', ')', ' ')) ?? new InvitedParty(address.Value, null, PartyKind.Other, null))];
    }

    /// <summary>«Stad, Arendal og Bergen» are three, when the register knows one of them; a name with a comma in it that it knows is one.</summary>
    private static InvitedParty[]? SeveralIn(string line)
    {
        if (line.Length > 20_000 || One(line) is [{ RegisterNumber: not null } or { MayMean.Count: > 1 }]) return null;
        string[] pieces = [.. BetweenPattern().Split(line).Where(piece => !string.IsNullOrWhiteSpace(piece))];
        if (pieces.Length < 2) return null;
        InvitedParty[] parties = [.. pieces.SelectMany(One).DistinctBy(party => party.RegisterNumber ?? party.Name.Value)];
        // A column beside the name may say the county.
        return parties.Any(party => party.RegisterNumber is not null || party.MayMean.Count > 1)
            ? [.. parties.Where(party => !party.IsUnknown || !parties.Any(other => string.Equals(other.County, party.Name.Value, StringComparison.OrdinalIgnoreCase)))]
            : null;
    }

    private static bool IsHeading(string line)
    {
        string[] cells = [.. BetweenPattern().Split(line).Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];
        return cells.Length > 0 && cells.All(cell => _headings.Contains(cell, StringComparer.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<InvitedParty> One(string line)
    {
        var match = LinePattern().Match(line);
        if (!match.Success) return [];
        var number = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["after"].Success ? match.Groups["after"].Value : null;
        // With a number before it, what stands in the columns after the name is something else.
        PlainText name = Blanks(match.Groups["before"].Success ? match.Groups["name"].Value.Split(';', ',', '\t')[0] : match.Groups["name"].Value);
        // «--» stands over a signature and «3» is how many come, but a number of the register is somebody.
        if (!name.Value.Any(char.IsLetter)) return MunicipalityRegister.Current.Numbered(name.Value) is { } numbered ? [new(numbered.Name, numbered.Number, PartyKind.Municipality, numbered.County)] : [];
        return [Recognise(name, number)];
    }

    private static InvitedParty? Known(string name) => One(name) is [{ RegisterNumber: not null } party] ? party : null;

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
            [] => new(name, null, PartyKind.Other, null) { Near = register.Near(name.Value) },
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

    private static string Blanks(string text) => BlanksPattern().Replace(text, " ").Trim();

    // «1.», «12)», «a)»: a list's own numbering, which is no number of a county.
    [GeneratedRegex(@"^[\s•·*–—>-]*(?:\d{1,3}[.)]|[a-zA-Z]\))\s+")]
    private static partial Regex NumberingPattern();

    [GeneratedRegex(@"<?(?:mailto:)?[\w.+-]{1,64}@(?<domain>[\w-]+(?:\.[\w-]+)+)>?")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"[,;\t/]|\s(?:og|and|&)\s")]
    private static partial Regex BetweenPattern();

    [GeneratedRegex(@"^[\s•·*–—>-]*(?:(?<before>\d{4}|\d{2})[\s;,:.)-]+)?(?<name>\S.*?)(?:[\s;,(]+(?<after>\d{4}|\d{2})\)?)?[\s;,.]*$")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlanksPattern();
}

/// <summary>What was understood of a line.</summary>
/// <param name="Written">The line as it was pasted.</param>
/// <param name="Party">Whom it names.</param>
/// <param name="IsRepeat">Whether the same one stands higher up.</param>
internal sealed record PartyLine(string Written, InvitedParty Party, bool IsRepeat);
