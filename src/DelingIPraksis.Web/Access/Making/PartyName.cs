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
/// <param name="Register">The register of the day of the gathering.</param>
internal sealed partial record PartyName(
    string Name, string? Number, string? Remark, IReadOnlyList<Municipality> Meant, MunicipalityRegister Register)
{
    /// <summary>Whether the register has the name, once or several times.</summary>
    public bool IsKnown => Meant.Count > 0 || Register.CountyCouncil(Name) is not null;

    /// <summary>Whether it is the name of a municipality or a county council of other years: «Eid».</summary>
    public bool IsFormer => !IsKnown && Register.Former(Name) is { } former && !IsBareCounty(former);

    /// <summary>Reads a piece of text.</summary>
    public static PartyName Of(string text, MunicipalityRegister register)
    {
        var match = LinePattern().Match(text);
        if (!match.Success) return new("", null, null, [], register);
        var before = match.Groups["before"];
        var (name, number) = (
            PastedRow.Blanks(match.Groups["name"].Value),
            before.Success ? before.Value
            : match.Groups["after"] is { Success: true } after ? after.Value
            : null
        );
        foreach (var (piece, remark) in Readings(name))
            if (register.Named(piece) is { Count: > 0 } meant)
                return new(
                    piece,
                    IsNumber(number, register) ? Whole(number!) : null,
                    before.Success || IsNumber(number, register) ? remark : PastedRow.Blanks($"{remark} {number}"),
                    meant,
                    register
                );
            else if (register.CountyCouncil(piece) is not null) return new(piece, number, remark, [], register);
        // Two digits are a register number only before or after a county's name. Otherwise they number a list, or say how many come.
        var isCounty = number?.Length == 2 && register.CountyNamed(WithoutFylkeskommune(name)) is { } county && county.Number == number;
        if (number?.Length == 2 && !isCounty)
            return new(before.Success ? name : PastedRow.Blanks(text), null, null, [], register);
        // «Eid (kommer 2)»: the same readings, for the names of other years.
        foreach (var (piece, remark) in Readings(name))
            if (remark is not null && register.Former(piece) is { } former && !string.IsNullOrEmpty(former.Name))
                return new(piece, number, remark, [], register);
        var cut = number is null ? -1 : name.IndexOf('(', StringComparison.Ordinal);
        return cut > 0 ? new(name[..cut].Trim(), number, name[cut..], [], register) : new(name, number, null, [], register);
    }

    /// <summary>The parts of a text with several names, when the register knows one of them; otherwise the whole text.</summary>
    public static IEnumerable<string> SeveralIn(string text, MunicipalityRegister register)
    {
        var whole = Of(text, register);
        if (whole is { IsKnown: true, Remark: null or "" }) return [text];
        PartyName[] pieces = [.. Pieces(text, register).Where(piece => piece.Length > 0).Select(piece => Of(piece, register))];
        var isSeveral = pieces.Count(piece => piece.IsKnown) > (whole.IsKnown ? 1 : 0)
            || (pieces.Length > 1 && !whole.IsFormer && Array.TrueForAll(pieces, piece => piece.IsFormer));
        return isSeveral ? Pieces(text, register).Where(piece => piece.Length > 0) : [text];
    }

    /// <summary>Whether a cell has a register number and nothing else.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="register">The register of the day of the gathering.</param>
    /// <param name="isHeaded">Whether a heading says that it is a register number.</param>
    /// <remarks>
    /// 2021 was the number of Karasjok, and is more often a year; 220 was Asker's without its zero, and is more often a count. Without a
    /// heading they are no register numbers.
    /// </remarks>
    public static bool IsNumber(string? cell, MunicipalityRegister register, bool isHeaded = false) =>
        cell is { Length: 2 or 3 or 4 }
        && cell.All(char.IsAsciiDigit)
        && (isHeaded || !IsYear(cell))
        && (
            MunicipalityRegister.Current.Numbered(Whole(cell)) is not null
            || ((isHeaded || cell.Length == 4) && register.Numbered(Whole(cell)) is not null)
            || ((isHeaded || cell.Length == 4) && register.FormerNumbered(Whole(cell)) is not null)
            || register.Counties.Any(county => county.Number == cell)
        );

    /// <summary>A spreadsheet removes the leading zero of Oslo's number.</summary>
    public static string Whole(string number) => number.Length == 3 ? "0" + number : number;

    /// <summary>Whether a cell has contact details.</summary>
    public static bool IsContact(string cell) =>
        cell.Contains('@', StringComparison.Ordinal) || PhonePattern().IsMatch(cell) || cell.Contains("://", StringComparison.Ordinal);

    /// <summary>The party, with the data of the other cells in the line.</summary>
    /// <param name="number">A register number from another cell, or null.</param>
    /// <param name="county">A county from another cell, or null.</param>
    /// <param name="isSure">Whether a name of other years is taken as such; otherwise it is asked about: «Berg» may be a surname.</param>
    public InvitedParty As(string? number = null, string? county = null, bool isSure = true)
    {
        var stated = number ?? Number;
        var former = stated is { Length: 4 } ? Register.FormerNumbered(stated) : null;
        var meant = Meant;
        if (
            meant.Count > 1
            && meant
                .Where(one =>
                    one.Number == stated
                    || former?.Now.Any(now => now.Number == one.Number) == true
                    || (stated is null && county is not null && Register.HasBeenIn(one, county))
                )
                .ToList()
                is [var told]
        )
            meant = [told];
        // «Nes;Buskerud» and «0616 Nes» are Nesbyen now, although another Nes has the name.
        if (meant is [var other] && other.Number != stated && Another(other, former, county) is { } another) return Of(another, isSure);
        if (meant is [var single]) return new(Called(single), single.Number, PartyKind.Municipality, single.County);
        if (meant.Count > 1) return new(Name, null, PartyKind.Municipality, null) { Candidates = meant };
        if (Register.CountyCouncil(Name) is { } council) return new(Name, council.Number, PartyKind.County, null);
        if (Register.Former(Name) is { } gone && (former is null || IsSameName(gone.Name, former.Name))) return Of(gone, isSure);
        if (IsCountyCouncil(Name)) return new(Name, null, PartyKind.County, null);
        if (former is not null && IsSameName(former.Name, Name)) return Of(former, isSure);
        if (stated is not null && former is null) return Numbered(stated);
        return new(Name, null, PartyKind.Other, null) { Choices = Nearest() ?? (IsYear(stated) ? [] : former?.Now ?? []) };
    }

    /// <summary>The party of a number alone, such as 1443; null when nobody has had it.</summary>
    public static InvitedParty? OfNumber(string number, MunicipalityRegister register) => register.Numbered(number) is { } one
        ? new(one.Name, one.Number, PartyKind.Municipality, one.County)
        : register.FormerNumbered(number) is { } former
        ? new PartyName(former.Name, null, null, [], register).Of(former, isSure: true)
        : null;

    // One successor is the party. Several are asked about, and so is a county without «fylkeskommune».
    private InvitedParty Of(FormerPlace former, bool isSure) => former.Now is [var one] && isSure && !IsBareCounty(former)
        ? new(one.Name, one.Number, one.Kind, one.County) { Former = former }
        : new(Name, null, former.Now[0].Kind == PartyKind.County ? PartyKind.County : PartyKind.Other, null)
        {
            Former = former,
            Choices = former.Now,
        };

    private FormerPlace? Another(Municipality one, FormerPlace? numbered, string? county)
    {
        if (numbered is not null)
            return IsSameName(numbered.Name, Name) && numbered.Now.All(now => now.Number != one.Number) ? numbered : null;
        return county is not null && Register.IsCountyName(county) && !Register.HasBeenIn(one, county)
            ? Register.Former($"{Name} ({county})")
            : null;
    }

    private bool IsBareCounty(FormerPlace former) => former.Now[0].Kind == PartyKind.County && !IsCountyCouncil(Name);

    private static bool IsSameName(string official, string written) =>
        official.Split(" - ").Append(official).Any(name => MunicipalityRegister.Fold(name) == MunicipalityRegister.Fold(Bare(written)));

    private static string Bare(string written) =>
        written.EndsWith(" kommune", StringComparison.OrdinalIgnoreCase) ? written[..^" kommune".Length] : WithoutFylkeskommune(written);

    private static bool IsYear(string? number) => number is { Length: 4 } && string.CompareOrdinal(number, "1990") >= 0
        && string.CompareOrdinal(number, "2040") < 0;

    // The county itself, or the name with a misspelling.
    private IReadOnlyList<RegisterHit>? Nearest()
    {
        if (Register.CountyNamed(Name) is { } bare) return [MunicipalityRegister.HitOf(bare)];
        return Register.Near(Name) is { } one ? [MunicipalityRegister.HitOf(one) with { Name = one.Name }] : null;
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
    private static IEnumerable<string> Pieces(string text, MunicipalityRegister register)
    {
        var whole = register.CountyNames.Where(name => name.Contains(" og ", StringComparison.Ordinal))
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
