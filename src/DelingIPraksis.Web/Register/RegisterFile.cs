using CsvHelper;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Register;

/// <summary>Why a file is not a register: the key of the text, and the figures in it.</summary>
public sealed record RegisterFault(string Text, params object[] Figures);

/// <summary>
/// Reads a register from a file in the format that Statistics Norway's Klass exports: a header row with <c>code</c> and <c>name</c> (or in
/// Norwegian <c>kode</c> and <c>navn</c>), then one municipality in each row. Commas or semicolons; UTF-8 with or without a mark, UTF-16,
/// Windows-1252 or Mac Roman.
/// </summary>
internal static class RegisterFile
{
    /// <summary>The largest accepted file. The whole register is 20 KB, and its history a few hundred KB.</summary>
    public const int LargestBytes = 2_000_000;

    private const int Fewest = 100;

    /// <summary>The register in the file, or the fault. One of them is null.</summary>
    public static (MunicipalityRegister? Register, RegisterFault? Fault) Read(byte[] file)
    {
        if (file.Length == 0) return (null, new("RegisterEmpty"));
        if (file.Length > LargestBytes) return (null, new("RegisterTooLarge", LargestBytes / 1_000_000));
        // A spreadsheet, a zip or a PDF is not text. Without this check the message would be about a missing column.
        if (file is [(byte)'P', (byte)'K', ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]) return (null, new("RegisterNotText"));
        var text = TextFile.Read(file);
        if (text.Contains('\0', StringComparison.Ordinal)) return (null, new("RegisterNotText"));
        var heading = text.AsSpan(0, Math.Max(0, text.IndexOfAny(['\r', '\n']))).ToString();
        var separator = ";,\t".MaxBy(sign => heading.Count(letter => letter == sign));
        if (!heading.Contains(separator, StringComparison.Ordinal)) return (null, new("RegisterNoColumns"));
        try
        {
            return ReadRows(text, separator);
        }
        catch (Exception fault) when (fault is CsvFormatException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, new("RegisterUnreadable"));
        }
    }

    private static (MunicipalityRegister? Register, RegisterFault? Fault) ReadRows(string text, char separator)
    {
        using var reader = new StringReader(text);
        using var csv = CsvReader.Create(
            reader,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
            },
            leaveOpen: true
        );
        if (!csv.Read()) return (null, new("RegisterEmpty"));
        string[] headings = [.. Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column).Trim('"').ToLowerInvariant())];
        var (code, name, level) = (Column("code", "kode"), Column("name", "navn"), Column("level", "nivå"));
        if (code < 0 || name < 0) return (null, new("RegisterNoColumns"));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (csv.FieldCount <= Math.Max(code, name)) continue;
            var number = csv.GetString(code).Trim('"', '\'', ' ');
            var called = csv.GetString(name).Trim('"', ' ');
            if (number.Length == 0 || called.Length == 0 || number is "9999") continue;
            // A spreadsheet removes the leading zero of Oslo's number.
            if (number.Length == 3 && number.All(char.IsAsciiDigit)) number = "0" + number;
            // A file with levels also has the counties.
            if (number.Length == 2 || (level >= 0 && csv.FieldCount > level && csv.GetString(level) == "1" && number.Length < 4)) continue;
            if (number.Length != 4 || !number.All(char.IsAsciiDigit)) return (null, new("RegisterNumberWrong", csv.LineNumber, number));
            if (called.Contains('\uFFFD', StringComparison.Ordinal)) return (null, new("RegisterLettersLost", csv.LineNumber, called));
            if (!found.TryAdd(number, called)) return (null, new("RegisterNumberTwice", csv.LineNumber, number));
        }

        if (found.Count < Fewest) return (null, new("RegisterTooFew", found.Count));
        var counties = MunicipalityRegister
            .Current.Counties.Concat(MunicipalityRegister.Own.Counties)
            .DistinctBy(county => county.Number)
            .ToDictionary(county => county.Number, county => county.Name);
        return found.Keys.FirstOrDefault(number => !counties.ContainsKey(number[..2])) is { } stray
            ? (null, new("RegisterNoSuchCounty", stray, stray[..2]))
            : (
                new MunicipalityRegister([
                    .. found.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => Of(one.Key, one.Value, counties[one.Key[..2]])),
                ]),
                null
            );

        int Column(string english, string norwegian) => Array.FindIndex(headings, heading => heading == english || heading == norwegian);
    }

    private static Municipality Of(string number, string official, string county)
    {
        // «Herøy (Nordland)» is Herøy in Nordland. «Kárášjohka - Karasjok» has two names, and the built-in register knows which is
        // Norwegian.
        var suffix = $" ({county})";
        var bare = official.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? official[..^suffix.Length] : official;
        var names = bare.Split(" - ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var norwegian = MunicipalityRegister.Own.Numbered(number)?.Name is { } known && names.Contains(known) ? known : names[0];
        return new(number, norwegian, [.. names.Where(one => one != norwegian)], official, number[..2], county);
    }
}

/// <summary>The changes from one register to a newer one.</summary>
/// <param name="New">Numbers that are only in the newer register.</param>
/// <param name="Gone">Numbers that are only in the older register.</param>
/// <param name="Renamed">Numbers with a new name.</param>
public sealed record RegisterDifference(
    IReadOnlyList<Municipality> New,
    IReadOnlyList<Municipality> Gone,
    IReadOnlyList<(Municipality Before, Municipality After)> Renamed
)
{
    public static RegisterDifference Between(MunicipalityRegister before, MunicipalityRegister after) => new(
        [.. after.All.Where(one => before.Numbered(one.Number) is null)],
        [.. before.All.Where(one => after.Numbered(one.Number) is null)],
        [
            .. from one in before.All
            let now = after.Numbered(one.Number)
            where now is not null && now.OfficialName != one.OfficialName
            select (one, now),
        ]
    );
}
