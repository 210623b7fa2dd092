using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>
/// Parses a pasted list in any form that people have: with bullets and numbering, with register numbers before or after the name, with
/// commas, as a table with headings and contact columns, with e-mail addresses, with empty lines and repeated names. Municipalities are
/// recognised by any of their names. An unrecognised name takes part as written, or the user is asked. The user is told what is left out of
/// a line.
/// </summary>
internal static class PartyList
{
    /// <summary>The parties in the list, each once.</summary>
    /// <param name="pasted">The list.</param>
    /// <param name="register">The register of the day of the gathering; null means today's.</param>
    public static IReadOnlyList<InvitedParty> Parse(PlainText pasted, MunicipalityRegister? register = null) =>
        [.. Read(pasted, register).Where(line => !line.IsRepeat).Select(line => line.Party)];

    /// <summary>The list line by line, with the result for each. A line with several names gives several.</summary>
    /// <param name="pasted">The list.</param>
    /// <param name="register">The register of the day of the gathering; null means today's.</param>
    public static IReadOnlyList<PartyLine> Read(PlainText pasted, MunicipalityRegister? register = null)
    {
        var table = PastedTable.Of(pasted.Value, register ?? MunicipalityRegister.Current);
        var lines = new List<PartyLine>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            InvitedParty[] parties = [.. PartiesOf(row, table)];
            // Two with the name Herøy and different numbers are two parties. The same line again is a mistake.
            foreach (var party in parties)
                lines.Add(
                    new(row.Written, party, !known.Add(party.RegisterNumber ?? Party.Fold(party.Name)))
                    {
                        Rest = RestOf(row, parties, table),
                    }
                );
        }

        return lines;
    }

    /// <summary>The first name that is too long, or null.</summary>
    public static InvitedParty? TooLong(IReadOnlyList<InvitedParty> parties) =>
        parties.FirstOrDefault(party => party.Name.Length > Limits.Name);

    /// <summary>The first name that two municipalities have, or null.</summary>
    public static InvitedParty? Unclear(IReadOnlyList<InvitedParty> parties) => parties.FirstOrDefault(party => party.Candidates.Count > 1);

    private static IEnumerable<InvitedParty> PartiesOf(PastedRow row, PastedTable table)
    {
        if (row.IsTooLong) return [new(row.Text, null, PartyKind.Other, null)];
        if (table.NameIn(row) is { } under) return Under(under, row, table);
        // A name may contain a comma: «Herøy, Nordland».
        if (!row.HasColumns && PartyName.Of(row.Text, table.Register) is { IsKnown: true, Remark: null or "" } whole) return [whole.As()];

        string[] cells = [.. row.Cells.Where(cell => cell.Length > 0)];
        string[] numbers = [.. cells.Where(cell => PartyName.IsNumber(cell, table.Register)).Select(PartyName.Whole)];
        var pieces = cells.Where(cell => cell.Any(char.IsLetter)).SelectMany(cell => PiecesOf(cell, table.Register)).ToList();
        var county = pieces.Exists(piece => piece.IsKnown)
            ? pieces.Find(piece => !piece.IsKnown && table.Register.IsCountyName(piece.Name))?.Name
            : null;
        InvitedParty[] known =
        [
            .. pieces.Where(name => name.IsKnown).Select(name => name.As(numbers is [var number] ? number : null, county)).DistinctBy(Key),
        ];
        // With columns, or a number or an address beside a name, the rest of the line is about the same party.
        var isTable = row.HasColumns || numbers.Length > 0 || Array.Exists(cells, PartyName.IsContact);
        // «Eid, Selje og Vågsøy»: none of them is in the register, and all have been.
        if (known.Length == 0 && pieces.Count > 1 && !isTable && pieces.TrueForAll(piece => piece.IsFormer))
            return [.. pieces.Select(piece => piece.As()).DistinctBy(Key)];
        if (known.Length == 0) return Unknown(row, table, numbers, pieces, isTable);
        if (numbers is [var sole] && Array.Find(known, party => party.RegisterNumber == sole) is { } numbered) return [numbered];
        var isSure = pieces.TrueForAll(piece => piece.IsKnown || piece.IsFormer || piece.Name == county);
        return isTable ? known : [.. pieces.Where(piece => piece.Name != county).Select(name => name.As(isSure: isSure)).DistinctBy(Key)];
    }

    private static IEnumerable<InvitedParty> Under(string name, PastedRow row, PastedTable table)
    {
        var number = table.NumberIn(row) is { } cell && PartyName.IsNumber(cell, table.Register, isHeaded: true)
            ? PartyName.Whole(cell)
            : null;
        if (!name.Any(char.IsLetter)) return number is null ? [] : ByNumber(number, table.Register);
        string[] several = [.. PartyName.SeveralIn(name, table.Register)];
        return several.Length > 1 && number is null
            ? several.Select(one => PartyName.Of(one, table.Register).As())
            : [PartyName.Of(name, table.Register).As(number, table.CountyIn(row))];
    }

    private static IEnumerable<InvitedParty> Unknown(
        PastedRow row,
        PastedTable table,
        string[] numbers,
        List<PartyName> pieces,
        bool isTable
    )
    {
        if (pieces.Count == 0) return numbers.SelectMany(number => ByNumber(number, table.Register));
        // An unknown name may contain a comma: «Forskning, formidling og fag AS».
        var name = isTable ? table.LikelyIn(row) ?? pieces[0].Name : row.Text;
        return PartyName.Of(name, table.Register) is { Name.Length: > 0 } read && read.Name.Any(char.IsLetter)
            ? [read.As(numbers is [var number] ? number : null, CountyAmong(pieces, table.Register, read))]
            : [];
    }

    private static string? CountyAmong(List<PartyName> pieces, MunicipalityRegister register, PartyName but) =>
        pieces.Find(piece => piece.Name != but.Name && register.IsCountyName(piece.Name))?.Name;

    private static IEnumerable<InvitedParty> ByNumber(string number, MunicipalityRegister register) =>
        PartyName.OfNumber(number, register) is { } party ? [party] : [];

    /// <summary>«Kari Nordmann &lt;kari@stad.kommune.no&gt;» is Stad: the address is more reliable than the name before it.</summary>
    private static IEnumerable<PartyName> PiecesOf(string cell, MunicipalityRegister register)
    {
        var addresses = EmailAddresses.In(cell);
        if (addresses.Count == 0) return PartyName.SeveralIn(cell, register).Select(piece => PartyName.Of(piece, register));
        var rest = addresses
            .Aggregate(cell, (text, address) => text.Replace(address.Written, " ", StringComparison.Ordinal))
            .Replace("mailto:", " ", StringComparison.OrdinalIgnoreCase);
        var beside = PartyName.Of(
            PastedRow.Blanks(rest.Replace('<', ' ').Replace('>', ' ')).Trim('"', ',', ';', '(', ')', ' '), register);
        if (beside.IsKnown) return [beside];
        return addresses.Select(address => address.Domain is { } domain && register.OfDomain(domain) is { } one
            ? new PartyName(one.Name, one.Number, null, [one], register)
            : new PartyName(address.Written, null, null, [], register));
    }

    // What is left out and should be shown to the user: a remark, a contact, a name that was not used. Not the number or the county, nor
    // columns with headings.
    private static string? RestOf(PastedRow row, InvitedParty[] parties, PastedTable table)
    {
        if (parties is [var one] && Party.Fold(one.Name) == Party.Fold(row.Text)) return null;
        var left = table.NameIn(row) is not null
            ? []
            : row.Cells.Where(cell =>
                cell.Any(char.IsLetter)
                && !table.Register.IsCountyName(cell)
                && PiecesOf(cell, table.Register).All(piece => !parties.Any(party => IsFrom(party, piece)))
            );
        var remarks = row
            .Cells.SelectMany(cell => PiecesOf(cell, table.Register))
            .Where(piece => parties.Any(party => IsFrom(party, piece)))
            .Select(piece => piece.Remark);
        return
            parties.Length > 0 && string.Join(", ", remarks.Concat(left).Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } rest
            ? rest
            : null;
    }

    private static bool IsFrom(InvitedParty party, PartyName piece) =>
        (piece.Number is not null && piece.Number == party.RegisterNumber)
        || piece.Meant.Any(one => one.Number == party.RegisterNumber || party.Candidates.Contains(one))
        || Party.Fold(piece.Name) == Party.Fold(party.Name)
        || (party.Former is { } former && piece.Register.Former(piece.Name)?.Name == former.Name);

    private static string Key(InvitedParty party) => party.RegisterNumber ?? party.Name.Value;
}

/// <summary>The result for a line.</summary>
/// <param name="Written">The line as it was pasted.</param>
/// <param name="Party">The party that it names.</param>
/// <param name="IsRepeat">Whether the same party is in an earlier line.</param>
internal sealed record PartyLine(string Written, InvitedParty Party, bool IsRepeat)
{
    /// <summary>What else is in the line and not used, or null.</summary>
    public string? Rest { get; init; }
}
