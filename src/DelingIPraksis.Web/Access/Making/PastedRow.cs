using System.Text.RegularExpressions;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>One line of a pasted list, with its columns when it has any.</summary>
/// <param name="Written">The line as it was pasted, with single blanks.</param>
/// <param name="Text">The same without bullet, numbering and quotation marks.</param>
/// <param name="Cells">Its cells, including empty ones.</param>
/// <param name="Separator">The separator of the cells, or null.</param>
internal sealed partial record PastedRow(string Written, string Text, IReadOnlyList<string> Cells, char? Separator)
{
    private const int Longest = 2_000;

    // The separators of a table, in order. A comma may also be in sentences and names.
    private static readonly char[] _separators = ['\t', '|', ';', ','];

    /// <summary>Whether it has columns, as from a spreadsheet.</summary>
    public bool HasColumns => Separator is not null and not ',';

    /// <summary>Whether it is too long to be an item of a list.</summary>
    public bool IsTooLong => Text.Length > Longest;

    public static PastedRow Of(string raw)
    {
        var text = NumberingPattern().Replace(raw, "");
        var written = Blanks(raw);
        if (text.Length > Longest) return new(written, Blanks(text), [], null);
        // In quotation marks and brackets a comma is not a separator: "Nordmann, Ola" <ola@…>.
        var open = QuotedPattern().Replace(text, quoted => new string('\u25A0', quoted.Length));
        char? separator = Array.Find(_separators, sign => open.Contains(sign, StringComparison.Ordinal)) is var found and not '\0'
            ? found
            : null;
        var cells = new List<string>();
        var from = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && open[at] != separator) continue;
            cells.Add(Blanks(text[from..at].Replace("\"", "", StringComparison.Ordinal)));
            from = at + 1;
        }

        return new(written, Blanks(text.Replace("\"", "", StringComparison.Ordinal)), cells, separator);
    }

    public static string Blanks(string text) => BlanksPattern().Replace(text, " ").Trim();

    // «1.», «12)», «a)»: the numbering of a list, not the number of a county.
    [GeneratedRegex(@"^[\s•·*–—>-]*(?:\d{1,3}[.)]|[a-zA-Z]\))\s+")]
    private static partial Regex NumberingPattern();

    [GeneratedRegex("\"[^\"]*\"|\\([^)]*\\)")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlanksPattern();
}

/// <summary>The rows of a pasted list, and which columns identify the party.</summary>
internal sealed class PastedTable
{
    private static readonly string[] _names =
    [
        "kommune", "kommuner", "kommunenavn", "kommunens navn", "navn på kommune", "deltakerkommune", "fylkeskommune", "organisasjon",
        "virksomhet", "deltaker", "deltakere", "municipality",
    ];
    private static readonly string[] _numbers =
    [
        "kommunenummer", "kommunenr", "kommunenr.", "kommune nr", "kommune nr.", "komm.nr", "komm.nr.", "knr", "knr.", "nummer", "nr",
        "nr.",
    ];
    private static readonly string[] _counties = ["fylke", "fylkesnavn", "county"];
    private static readonly string[] _others =
    [
        "navn", "namn", "fornavn", "etternavn", "antall", "antal", "antall deltakere", "e-post", "epost", "e-postadresse", "email",
        "e-mail", "mail", "kontakt", "kontaktperson", "person", "telefon", "tlf", "tlf.",
        "mobil", "stilling", "tittel", "rolle", "merknad", "kommentar", "påmeldt", "dato", "status", "fylkesnummer", "fylkesnr", "#",
    ];

    private readonly PastedRow? _headings;
    private readonly int _column;

    private PastedTable(IReadOnlyList<PastedRow> rows, MunicipalityRegister register)
    {
        Register = register;
        _headings = rows.FirstOrDefault(IsHeading);
        Rows = [.. rows.Where(row => !IsHeading(row))];
        // Without headings, the column with most known names is the name column of all rows.
        _column =
            Rows.Where(row => row.HasColumns)
                .Select(row => row.Cells.ToList().FindIndex(cell => PartyName.Of(cell, register).IsKnown))
                .Where(place => place >= 0)
            .GroupBy(place => place).OrderByDescending(group => group.Count()).Select(group => (int?)group.Key).FirstOrDefault() ?? -1;
    }

    public IReadOnlyList<PastedRow> Rows { get; }

    /// <summary>The register of the day of the gathering.</summary>
    public MunicipalityRegister Register { get; }

    public static PastedTable Of(string pasted, MunicipalityRegister register) =>
        new([.. pasted.Split('\n').Select(PastedRow.Of)], register);

    /// <summary>The cell in the name column of a row with headings, or null.</summary>
    public string? NameIn(PastedRow row) => Under(row, _names);

    /// <summary>The cell in the number column, or null.</summary>
    public string? NumberIn(PastedRow row) => Under(row, _numbers);

    /// <summary>The cell in the county column, or null.</summary>
    public string? CountyIn(PastedRow row) => Under(row, _counties);

    /// <summary>The cell in the column where other rows have their name, or the first with letters.</summary>
    public string? LikelyIn(PastedRow row) =>
        row.HasColumns && _column >= 0 && _column < row.Cells.Count && row.Cells[_column].Any(char.IsLetter)
            ? row.Cells[_column]
            : row.Cells.FirstOrDefault(cell => cell.Any(char.IsLetter) && !PartyName.IsContact(cell));

    private string? Under(PastedRow row, string[] headings)
    {
        if (_headings is not { Cells.Count: > 1 } || row.Separator != _headings.Separator) return null;
        var place = _headings.Cells.ToList().FindIndex(cell => headings.Contains(cell, StringComparer.OrdinalIgnoreCase));
        return place < 0 ? null : place < row.Cells.Count ? row.Cells[place] : "";
    }

    private bool IsHeading(PastedRow row)
    {
        string[] cells = [.. row.Cells.Select(cell => cell.TrimEnd(':')).Where(cell => cell.Length > 0)];
        if (cells.Length == 0) return false;
        if (Array.TrueForAll(cells, cell => Is(cell, [.. _names, .. _numbers, .. _counties, .. _others]))) return true;
        // «Kommune;Hvem kommer?;Allergier»: unknown headings beside a known one.
        return cells.Length > 1
            && Array.Exists(cells, cell => Is(cell, [.. _names, .. _numbers]))
            && !Array.Exists(cells, cell => cell.Any(char.IsDigit) || PartyName.IsContact(cell) || PartyName.Of(cell, Register).IsKnown);
    }

    private static bool Is(string cell, string[] headings) => headings.Contains(cell, StringComparer.OrdinalIgnoreCase);
}
