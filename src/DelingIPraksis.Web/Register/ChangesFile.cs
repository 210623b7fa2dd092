using System.Globalization;
using CsvHelper;
using DelingIPraksis.Domain.Places;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Register;

/// <summary>
/// Reads a list of what municipalities and counties have become, one change in each row: the year, and the number and name before and
/// after. The columns are those that Statistics Norway's Klass exports (<c>oldCode</c>, <c>newCode</c>, <c>changeOccurred</c>), or our own.
/// Two digits are a county. Encodings and separators are as in <see cref="RegisterFile"/>.
/// </summary>
internal static class ChangesFile
{
    private static readonly string[] _years = ["year", "år", "fra_aar", "fra år", "changeoccurred", "endret"];
    private static readonly string[] _oldNumbers = ["old number", "gammelt_nummer", "gammelt nummer", "oldcode", "gammel kode"];
    private static readonly string[] _oldNames = ["old name", "gammelt_navn", "gammelt navn", "oldname"];
    private static readonly string[] _newNumbers = ["new number", "nytt_nummer", "nytt nummer", "newcode", "ny kode"];
    private static readonly string[] _newNames = ["new name", "nytt_navn", "nytt navn", "newname"];
    private static readonly string[] _parts = ["part", "del"];

    private const string Heading = "year;old number;old name;new number;new name;part";

    /// <summary>The changes that the program has from the start.</summary>
    public static IReadOnlyList<PlaceChange> Own { get; } = [.. ReadOwn("municipality-changes"), .. ReadOwn("county-changes")];

    /// <summary>Whether the first line has the columns of such a list.</summary>
    public static bool IsOne(byte[] file) => Read(file) is not { Fault.Text: "ChangesNoColumns" or "RegisterEmpty" or "RegisterNotText" };

    /// <summary>The changes in the file, or the fault. One of them is null.</summary>
    public static (IReadOnlyList<PlaceChange>? Changes, RegisterFault? Fault) Read(byte[] file)
    {
        if (file.Length == 0) return (null, new("RegisterEmpty"));
        if (file.Length > RegisterFile.LargestBytes) return (null, new("RegisterTooLarge", RegisterFile.LargestBytes / 1_000_000));
        var text = TextFile.Read(file);
        if (text.StartsWith("PK", StringComparison.Ordinal) || text.StartsWith("%PDF", StringComparison.Ordinal) || text.Contains('\0'))
            return (null, new("RegisterNotText"));
        var heading = text.AsSpan(0, Math.Max(0, text.IndexOfAny(['\r', '\n']))).ToString();
        var separator = ";,\t".MaxBy(sign => heading.Count(letter => letter == sign));
        try
        {
            return ReadRows(text, separator);
        }
        catch (Exception fault) when (fault is CsvFormatException or FormatException or InvalidOperationException or ArgumentException)
        {
            return (null, new("RegisterUnreadable"));
        }
    }

    /// <summary>The changes in the file, when the register knows all that they lead to; otherwise the fault.</summary>
    public static (IReadOnlyList<PlaceChange>? Changes, RegisterFault? Fault) Check(byte[] file, MunicipalityRegister register)
    {
        var (changes, fault) = Read(file);
        if (changes is null) return (null, fault);
        var tried = register.With(Joined(changes));
        var lost = tried.Municipalities.Lost.Concat(tried.CountyYears.Lost).FirstOrDefault(changes.Contains);
        return lost is null
            ? (changes, null)
            : (null, new("ChangesLeadNowhere", $"{lost.OldNumber} {lost.OldName}", $"{lost.NewNumber} {lost.NewName}"));
    }

    /// <summary>The changes that are not among those known, by year and numbers.</summary>
    public static IReadOnlyList<PlaceChange> NotIn(IReadOnlyList<PlaceChange> known, IReadOnlyList<PlaceChange> changes) =>
        [.. changes.ExceptBy(known.Select(KeyOf), KeyOf)];

    /// <summary>
    /// The built-in changes and those of a newer file. The built-in ones win, because they say what the file may not: that a municipality
    /// that took in another existed before.
    /// </summary>
    public static IReadOnlyList<PlaceChange> Joined(IReadOnlyList<PlaceChange> newer)
    {
        var last = Own.Max(change => change.Year);
        var known = MunicipalityRegister.Own.All.Select(one => one.Number)
            .Concat(MunicipalityRegister.Own.Counties.Select(one => one.Number))
            .ToHashSet(StringComparer.Ordinal);
        // A number that was there before the change and is not among those that ended has taken in another.
        var unchanged = newer.Where(change => change.Year > last && known.Contains(change.NewNumber))
            .Where(change => !newer.Any(other => other.Year == change.Year && other.OldNumber == change.NewNumber))
            .Select(change => new PlaceChange(change.Year, change.NewNumber, change.NewName, change.NewNumber, change.NewName));
        return [.. Own.Concat(newer).Concat(unchanged).DistinctBy(KeyOf)];
    }

    /// <summary>The list as a file that <see cref="Read"/> reads.</summary>
    public static string Write(IEnumerable<PlaceChange> changes) => string.Concat(
        changes.OrderBy(change => change.Year).ThenBy(change => change.OldNumber.Length).ThenBy(change => change.OldNumber)
            .Select(change => string.Create(CultureInfo.InvariantCulture,
                $"{change.Year};{change.OldNumber};{change.OldName};{change.NewNumber};{change.NewName};{(change.IsPart ? "1" : "")}\n"))
            .Prepend(Heading + "\n"));

    private static (int, string, string) KeyOf(PlaceChange change) => (change.Year, change.OldNumber, change.NewNumber);

    private static (IReadOnlyList<PlaceChange>? Changes, RegisterFault? Fault) ReadRows(string text, char separator)
    {
        using var reader = new StringReader(text);
        using var csv = CsvReader.Create(
            reader,
            new CsvReaderOptions { Separator = separator, HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true },
            leaveOpen: true
        );
        if (!csv.Read()) return (null, new("RegisterEmpty"));
        string[] headings = [.. Enumerable.Range(0, csv.FieldCount).Select(column => csv.GetString(column).Trim('"').ToLowerInvariant())];
        var (year, part) = (Column(_years), Column(_parts));
        var (oldNumber, oldName, newNumber, newName) = (Column(_oldNumbers), Column(_oldNames), Column(_newNumbers), Column(_newNames));
        if (new[] { year, oldNumber, oldName, newNumber, newName }.Min() < 0) return (null, new("ChangesNoColumns"));
        var most = new[] { year, oldNumber, oldName, newNumber, newName }.Max();
        var changes = new List<PlaceChange>();
        while (csv.Read())
        {
            if (csv.FieldCount <= most) continue;
            var (old, made) = (Number(csv.GetString(oldNumber)), Number(csv.GetString(newNumber)));
            if (old.Length == 0 && made.Length == 0) continue;
            if (!IsNumber(old)) return (null, new("ChangesNumberWrong", csv.LineNumber, old));
            if (!IsNumber(made) || made.Length != old.Length) return (null, new("ChangesNumberWrong", csv.LineNumber, made));
            // «2028», or the day: «2028-01-01», «01.01.2028».
            var when = csv.GetString(year).Trim('"', ' ');
            var digits = when.Split('-', '.', '/', 'T').FirstOrDefault(piece => piece.Length == 4) ?? when;
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from is < 1900 or > 2200)
                return (null, new("ChangesYearWrong", csv.LineNumber, when));
            var (was, name) = (csv.GetString(oldName).Trim('"', ' '), csv.GetString(newName).Trim('"', ' '));
            if (was.Length == 0 || name.Length == 0) return (null, new("ChangesNameMissing", csv.LineNumber));
            if ((was + name).Contains('\uFFFD', StringComparison.Ordinal)) return (null, new("RegisterLettersLost", csv.LineNumber, was));
            changes.Add(new(from, old, was, made, name, part >= 0 && part < csv.FieldCount && csv.GetString(part).Trim('"', ' ') is "1"));
        }

        return changes.Count > 0 ? (changes, null) : (null, new("RegisterEmpty"));

        int Column(string[] names) => Array.FindIndex(headings, heading => names.Contains(heading));
    }

    // A spreadsheet removes the leading zero.
    private static string Number(string cell)
    {
        var number = cell.Trim('"', '\'', ' ');
        return number.Length is 1 or 3 && number.All(char.IsAsciiDigit) ? "0" + number : number;
    }

    private static bool IsNumber(string number) => number.Length is 2 or 4 && number.All(char.IsAsciiDigit);

    private static IReadOnlyList<PlaceChange> ReadOwn(string name)
    {
        var resource = $"DelingIPraksis.Web.Register.{name}.csv";
        using var stream = typeof(ChangesFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the program.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var (changes, fault) = Read(content.ToArray());
        return changes ?? throw new InvalidOperationException($"{resource}: {fault!.Text} {string.Join(' ', fault.Figures)}");
    }
}
