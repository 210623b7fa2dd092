using System.Collections.Frozen;
using System.Text;
using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Places;

namespace DelingIPraksis.Web.Register;

/// <summary>A municipality in the official register.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">The Norwegian name, such as «Trondheim».</param>
/// <param name="OtherNames">The other official names, such as «Tråante»; most have none.</param>
/// <param name="OfficialName">All names in the official order.</param>
/// <param name="CountyNumber">Two digits.</param>
/// <param name="County">The name of the county.</param>
public sealed record Municipality(
    string Number,
    string Name,
    IReadOnlyList<string> OtherNames,
    string OfficialName,
    string CountyNumber,
    string County
);

/// <summary>The municipalities and counties of Norway. They are found by number, or by any of their names, as people write them.</summary>
/// <remarks>The sources are listed in the folder's README.</remarks>
public sealed partial class MunicipalityRegister
{
    private const string Resource = "DelingIPraksis.Web.Register.municipalities-2026.csv";

    private static MunicipalityRegister? _imported;

    private static readonly string[] _endings = [" kommune", " kommuna", " kommuner", " herad"];
    private static readonly string[] _countyEndings = [" fylkeskommune", " fylke"];

    private readonly FrozenDictionary<string, Municipality> _byNumber;
    private readonly FrozenDictionary<string, IReadOnlyList<Municipality>> _byName;
    private readonly FrozenDictionary<string, IReadOnlyList<Municipality>> _bySpelling;
    private readonly FrozenDictionary<string, (string Number, string Name)> _counties;

    /// <param name="all">The municipalities of today.</param>
    /// <param name="changes">What became of earlier ones; null means the built-in list.</param>
    internal MunicipalityRegister(IReadOnlyList<Municipality> all, IReadOnlyList<PlaceChange>? changes = null)
        : this(
            all,
            YearsOf(all.Select(one => (one.Number, one.OfficialName)), changes ?? ChangesFile.Own, digits: 4),
            YearsOf(all.Select(one => (one.CountyNumber, one.County)).Distinct(), changes ?? ChangesFile.Own, digits: 2)
        ) => Changes = changes ?? ChangesFile.Own;

    private MunicipalityRegister(
        IReadOnlyList<Municipality> all,
        PlaceYears places,
        PlaceYears countyPlaces,
        Lazy<FrozenDictionary<string, Place[]>>? everNamed = null
    )
    {
        All = all;
        (_places, _countyPlaces) = (places, countyPlaces);
        _everCounties = new(() => [.. countyPlaces.All.Select(county => Fold(county.Name)).Distinct()]);
        _everNamed = everNamed ?? new(() => NamesOf(places));
        _byNumber = all.ToFrozenDictionary(municipality => municipality.Number);
        _byName = By(Fold);
        _bySpelling = By(name => Spelt(Fold(name)));
        _counties = all.Select(municipality => (municipality.CountyNumber, municipality.County))
            .Distinct()
            .ToFrozenDictionary(county => Fold(county.County));

        FrozenDictionary<string, IReadOnlyList<Municipality>> By(Func<string, string> form) =>
            all.SelectMany(municipality =>
                NamesOf(municipality).Select(form).Distinct().Select(name => (Name: name, Municipality: municipality))
            )
            .GroupBy(named => named.Name, named => named.Municipality)
            .ToFrozenDictionary(named => named.Key, named => (IReadOnlyList<Municipality>)[.. named]);
    }

    /// <summary>The built-in register of 2026.</summary>
    public static MunicipalityRegister Own { get; } = Read();

    /// <summary>The active register: the newest imported one, or the built-in one.</summary>
    public static MunicipalityRegister Current => Volatile.Read(ref _imported) ?? Own;

    /// <summary>All municipalities, ordered by number.</summary>
    public IReadOnlyList<Municipality> All { get; }

    /// <summary>The counties, ordered by number.</summary>
    public IEnumerable<(string Number, string Name)> Counties => _counties.Values.OrderBy(county => county.Number, StringComparer.Ordinal);

    /// <summary>Activates another register in this process. Null activates the built-in one.</summary>
    internal static void Use(MunicipalityRegister? register) => Volatile.Write(ref _imported, register);

    /// <summary>The municipality with a number, or null.</summary>
    public Municipality? Numbered(string? number) => number is null ? null : _byNumber.GetValueOrDefault(number);

    /// <summary>The municipalities with a name: none, one, or two in different counties.</summary>
    /// <param name="written">
    /// Any of the official names, with or without «kommune», and with or without the county after it: «Herøy i Nordland», «Herøy
    /// (Nordland)». An earlier county will do: «Asker (Viken)».
    /// </param>
    public IReadOnlyList<Municipality> Named(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var name = Fold(written);
        if (Find(name) is { Count: > 0 } found) return found;
        return InCounty(name) is var (bare, county) ? [.. Find(bare).Where(municipality => HasBeenIn(municipality, county))] : [];
    }

    /// <summary>The county of a county council's name, such as «Vestland fylkeskommune»; null for any other name.</summary>
    public (string Number, string Name)? CountyCouncil(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var name = Fold(written);
        var ending = Array.Find(_countyEndings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null && _counties.TryGetValue(name[..^ending.Length], out var county) ? county : null;
    }

    /// <summary>The county with this name alone, such as «Vestland»; null for any other name.</summary>
    public (string Number, string Name)? CountyNamed(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return _counties.TryGetValue(Fold(written), out var county) ? county : null;
    }

    private IReadOnlyList<Municipality> Find(string name)
    {
        var ending = Array.Find(_endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        var bare = ending is null ? name : name[..^ending.Length];
        // «Baerum», «Tromsoe», «Aas»: the spelling on a keyboard without the letters.
        return
            _byName.TryGetValue(name, out var found)
            || _byName.TryGetValue(bare, out found)
            || _bySpelling.TryGetValue(Spelt(name), out found)
            || _bySpelling.TryGetValue(Spelt(bare), out found)
            ? found
            : [];
    }

    private static string Spelt(string folded) =>
        folded
            .Replace("å", "aa", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal);

    private static IEnumerable<string> NamesOf(Municipality municipality) =>
        [municipality.Name, municipality.OfficialName, .. municipality.OtherNames];

    // Not every keyboard has the Sami letters, and Swedish keyboards have ä and ö. Norwegian æ, ø and å remain separate letters.
    internal static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in TextMarks.Fold(name).ToLowerInvariant())
            folded.Append(letter switch
            {
                'ä' => 'æ',
                'ö' => 'ø',
                'æ' or 'ø' or 'å' => letter,
                'đ' => 'd',
                'ŋ' => 'n',
                'ŧ' => 't',
                _ => letter.ToString().Normalize(NormalizationForm.FormD)[0],
            });
        return folded.ToString();
    }

    private static MunicipalityRegister Read()
    {
        using var stream =
            typeof(MunicipalityRegister).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ';' }, leaveOpen: true);
        var all = new List<Municipality>();
        while (csv.Read())
            all.Add(
                new(
                    csv.GetString(0),
                    csv.GetString(1),
                    csv.GetString(2).Split('|', StringSplitOptions.RemoveEmptyEntries),
                    csv.GetString(3),
                    csv.GetString(4),
                    csv.GetString(5)
                )
            );
        return new MunicipalityRegister(all);
    }
}
