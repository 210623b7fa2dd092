using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace DelingIPraksis.Web.Register;

public sealed partial class MunicipalityRegister
{
    private const string FormerResource = "DelingIPraksis.Web.Register.former-municipalities.csv";

    private static readonly FrozenDictionary<string, (int Year, string[] Numbers)> _former = ReadFormer();

    /// <summary>The successors of a former municipality, such as Stad for «Eid» and «Selje».</summary>
    /// <param name="written">Its name, with or without «kommune».</param>
    /// <returns>
    /// The year of the change, and the municipalities that it is part of now: several when it was divided. Null for a name that the
    /// register has now, or never had.
    /// </returns>
    public (int Year, IReadOnlyList<Municipality> Now)? Former(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var name = Fold(written);
        var ending = Array.Find(_endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        if (Find(name).Count > 0 || !_former.TryGetValue(ending is null ? name : name[..^ending.Length], out var former)) return null;
        // In an imported register the number may belong to another municipality, or to none.
        Municipality[] now = [.. former.Numbers.Select(number => Numbered(number)).OfType<Municipality>()];
        return now.Length > 0 ? (former.Year, now) : null;
    }

    private static FrozenDictionary<string, (int Year, string[] Numbers)> ReadFormer()
    {
        using var stream = typeof(MunicipalityRegister).Assembly.GetManifestResourceStream(FormerResource)
            ?? throw new InvalidOperationException($"{FormerResource} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ';' }, leaveOpen: true);
        var former = new Dictionary<string, (int, string[])>();
        while (csv.Read())
            former[Fold(csv.GetString(0))] = (int.Parse(csv.GetString(1), CultureInfo.InvariantCulture), csv.GetString(2).Split(' '));
        return former.ToFrozenDictionary();
    }
}
