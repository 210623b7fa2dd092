using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>A part of a pasted line: a name, possibly with a register number, and a remark that is not part of the name.</summary>
/// <param name="Name">The name as written, without number and remark.</param>
/// <param name="Number">The register number beside it, or null.</param>
/// <param name="Remark">The rest, such as «(kommer 2 stk)», or null.</param>
/// <param name="Meant">The municipalities with this name.</param>
internal sealed partial record PartyName(string Name, string? Number, string? Remark, IReadOnlyList<Municipality> Meant)
{
    /// <summary>Whether the register has the name, once or several times.</summary>
    public bool IsKnown => Meant.Count > 0 || MunicipalityRegister.Current.CountyCouncil(Name) is not null;

    private static MunicipalityRegister Register => MunicipalityRegister.Current;

    /// <summary>Reads a piece of text.</summary>
    public static PartyName Of(string text)
    {
        var match = LinePattern().Match(text);
        if (!match.Success) return new("", null, null, []);
        var before = match.Groups["before"];
        var (name, number) = (
            PastedRow.Blanks(match.Groups["name"].Value),
            before.Success ? before.Value
            : match.Groups["after"] is { Success: true } after ? after.Value
            : null
        );
        foreach (var (piece, remark) in Readings(name))
            if (Register.Named(piece) is { Count: > 0 } meant)
                return new(
                    piece,
                    IsNumber(number) ? Whole(number!) : null,
                    before.Success || IsNumber(number) ? remark : PastedRow.Blanks($"{remark} {number}"),
                    meant
                );
            else if (Register.CountyCouncil(piece) is not null) return new(piece, number, remark, []);
        // Two digits are a register number only before or after a county's name. Otherwise they number a list, or say how many come.
        var isCounty = number?.Length == 2 && Register.CountyNamed(WithoutFylkeskommune(name)) is { } county && county.Number == number;
        if (number?.Length == 2 && !isCounty)
            return before.Success ? new(name, null, null, []) : new(PastedRow.Blanks(text), null, null, []);
        var cut = number is null ? -1 : name.IndexOf('(', StringComparison.Ordinal);
        return cut > 0 ? new(name[..cut].Trim(), number, name[cut..], []) : new(name, number, null, []);
    }

    /// <summary>The parts of a text with several names, when the register knows one of them; otherwise the whole text.</summary>
    public static IEnumerable<string> SeveralIn(string text)
    {
        var whole = Of(text);
        if (whole is { IsKnown: true, Remark: null or "" }) return [text];
        string[] pieces = [.. Pieces(text).Where(piece => piece.Length > 0)];
        return pieces.Count(piece => Of(piece).IsKnown) > (whole.IsKnown ? 1 : 0) ? pieces : [text];
    }

    /// <summary>Whether a cell has a register number and nothing else.</summary>
    public static bool IsNumber(string? cell) =>
        cell is { Length: 2 or 3 or 4 }
        && cell.All(char.IsAsciiDigit)
        && (Register.Numbered(Whole(cell)) is not null || Register.Counties.Any(county => county.Number == cell));

    /// <summary>A spreadsheet removes the leading zero of Oslo's number.</summary>
    public static string Whole(string number) => number.Length == 3 ? "0" + number : number;

    /// <summary>Whether a cell has contact details.</summary>
    public static bool IsContact(string cell) =>
        cell.Contains('@', StringComparison.Ordinal) || PhonePattern().IsMatch(cell) || cell.Contains("://", StringComparison.Ordinal);

    /// <summary>The party, with the data of the other cells in the line.</summary>
    /// <param name="number">A register number from another cell, or null.</param>
    /// <param name="county">A county from another cell, or null.</param>
    public InvitedParty As(string? number = null, string? county = null)
    {
        var stated = number ?? Number;
        var meant = Meant;
        if (
            meant.Count > 1
            && meant
                .Where(one =>
                    one.Number == stated
                    || (stated is null && county is not null && MunicipalityRegister.Fold(one.County) == MunicipalityRegister.Fold(county))
                )
                .ToList()
                is [var told]
        )
            meant = [told];
        if (meant is [var single]) return new(Called(single), single.Number, PartyKind.Municipality, single.County);
        if (meant.Count > 1) return new(Name, null, PartyKind.Municipality, null) { Candidates = meant };
        if (IsCountyCouncil(Name)) return new(Name, Register.CountyCouncil(Name)?.Number, PartyKind.County, null);
        if (stated is not null) return Numbered(stated);
        return new(Name, null, PartyKind.Other, null) { Near = Nearest() };
    }

    // The county itself, the successor of a former municipality, or the name with a misspelling.
    private RegisterHit? Nearest()
    {
        if (Register.CountyNamed(Name) is { } bare) return MunicipalityRegister.HitOf(bare);
        if (Register.Former(Name) is { Now: [var successor], Year: var year })
            return MunicipalityRegister.HitOf(successor) with { Name = successor.Name, Since = year };
        return Register.Near(Name) is { } one ? MunicipalityRegister.HitOf(one) with { Name = one.Name } : null;
    }

    // Numbers and names have changed over time. The name stays as written, unless it is the register's own name with a misspelling.
    private InvitedParty Numbered(string number)
    {
        if (number.Length == 2) return new(Name, number, PartyKind.County, null);
        var numbered = Register.Numbered(number);
        return new(
            numbered is not null && Register.IsNearly(numbered, Name) ? numbered.Name : Name,
            number,
            PartyKind.Municipality,
            numbered?.County
        );
    }

    // The register's own form of the name: «TRÅANTE» is «Tråante», «stad kommune» is «Stad».
    private PlainText Called(Municipality one)
    {
        var written = MunicipalityRegister.Fold(Name);
        return one.OtherNames.Append(one.OfficialName).Append(one.Name).FirstOrDefault(name => MunicipalityRegister.Fold(name) == written)
            ?? one.Name;
    }

    /// <summary>
    /// The whole name, and then the rest of it when a remark is removed: «Stad (kommer 2)», «Stad: 2 stk», «Stad v/Kari», «Fra
    /// Vestland: Stad».
    /// </summary>
    private static IEnumerable<(string Name, string? Remark)> Readings(string text)
    {
        yield return (text, null);
        foreach (Match cut in RemarkPattern().Matches(text))
            if (cut.Index > 0) yield return (text[..cut.Index].TrimEnd(), text[cut.Index..].Trim());
        if (text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) yield return (text[(colon + 2)..], text[..(colon + 1)]);
    }

    // «Herøy (Møre og Romsdal)» is one name: a text is not split inside brackets, nor inside the name of a county.
    private static IEnumerable<string> Pieces(string text)
    {
        var whole = Register.Counties.Select(county => county.Name).Where(name => name.Contains(" og ", StringComparison.Ordinal))
            .SelectMany(name => Regex.Matches(text, Regex.Escape(name), RegexOptions.IgnoreCase))
            .Concat(BracketPattern().Matches(text))
            .ToList();
        var from = 0;
        foreach (Match between in BetweenPattern().Matches(text))
        {
            if (whole.Exists(kept => kept.Index <= between.Index && between.Index < kept.Index + kept.Length)) continue;
            yield return PastedRow.Blanks(text[from..between.Index]);
            from = between.Index + between.Length;
        }

        yield return PastedRow.Blanks(text[from..]);
    }

    private static string WithoutFylkeskommune(string name) => IsCountyCouncil(name) ? name[..^"fylkeskommune".Length].TrimEnd() : name;

    private static bool IsCountyCouncil(string name) => name.EndsWith("fylkeskommune", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^[\s•·*–—>-]*(?:(?<before>[0-9]{2,4})[\s;,:.)-]+)?(?<name>\S.*?)(?:[\s;,(]+(?<after>[0-9]{4}|[0-9]{2})\)?)?[\s;,.]*$"
    )]
    private static partial Regex LinePattern();

    [GeneratedRegex(
        @"\s*\(|\s+[-–—]\s|\s*:|\s+v/|\s+(?:ved|med|kommer|deltar|stiller|m\.?\s?fl|osv|etc|o\.l)\b|\s+[0-9]|\s*=|\s+x\s?[0-9]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RemarkPattern();

    [GeneratedRegex(@"[,;\t|•]|(?<!\bv)/|\s(?:og|and|&|\+)\s", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenPattern();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"^\D{0,8}\+?[0-9](?:[\s.-]?[0-9]){7,}$")]
    private static partial Regex PhonePattern();
}
