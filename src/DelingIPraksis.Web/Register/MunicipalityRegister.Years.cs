using System.Collections.Concurrent;
using System.Collections.Frozen;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Places;

namespace DelingIPraksis.Web.Register;

/// <summary>A name or a number that a register does not have, because the municipality or the county has changed.</summary>
/// <param name="Name">Its name, such as «Eid».</param>
/// <param name="Year">The year of the change.</param>
/// <param name="IsLater">Whether the name came with the change: «Stad» on a day in 2018. Otherwise it went with it.</param>
/// <param name="Now">What the register has for it: several when it was divided. The one that got most of it comes first.</param>
public sealed record FormerPlace(string Name, int Year, bool IsLater, IReadOnlyList<RegisterHit> Now);

public sealed partial class MunicipalityRegister
{
    // The register of today, when this is the register of an earlier year; that one has the history of both.
    private readonly MunicipalityRegister? _today;
    private readonly int _year = int.MaxValue;
    private readonly PlaceYears _places;
    private readonly PlaceYears _countyPlaces;
    private readonly ConcurrentDictionary<int, MunicipalityRegister> _byYear = new();
    private readonly Lazy<FrozenDictionary<string, Place[]>> _everNamed;
    private readonly Lazy<string[]> _everCounties;

    private MunicipalityRegister(IReadOnlyList<Municipality> all, MunicipalityRegister today, int year)
        : this(all, today._places, today._countyPlaces, today._everNamed) => (_today, _year) = (today, year);

    /// <summary>The changes that this register knows, of municipalities and of counties.</summary>
    public IReadOnlyList<PlaceChange> Changes { get; private init; } = [];

    /// <summary>The municipalities through the years.</summary>
    internal PlaceYears Municipalities => _places;

    /// <summary>The counties through the years.</summary>
    internal PlaceYears CountyYears => _countyPlaces;

    /// <summary>The register as it was on a day, with the names, numbers and counties of that day.</summary>
    /// <remarks>Reforms apply from the first of January. Before the first known one, the register is that of the year before.</remarks>
    public MunicipalityRegister On(DateOnly day)
    {
        if (_today is not null) return _today.On(day);
        var known = _places.All.Concat(_countyPlaces.All).Select(place => place.Until).OfType<int>().ToList();
        if (known.Count == 0 || day.Year >= known.Max()) return this;
        return _byYear.GetOrAdd(Math.Max(day.Year, known.Min() - 1), year => new MunicipalityRegister(
            [.. _places.All.Where(place => place.IsIn(year)).Select(place => As(place, year))], this, year));
    }

    /// <summary>
    /// The municipality or the county council that had this name in earlier years, or has it from a later one. Null for a name that the
    /// register has, or never had.
    /// </summary>
    /// <param name="written">
    /// The name, with or without «kommune», and with or without its county: «Eid», «Nes i Buskerud», «Viken fylkeskommune», «Viken».
    /// </param>
    public FormerPlace? Former(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var name = Fold(written);
        if (Find(name).Count > 0 || Named(written).Count > 0 || CountyCouncil(written) is not null || CountyNamed(written) is not null)
            return null;
        if (FormerOf(WithoutEnding(name, _endings)) is { } bare) return bare;
        if (InCounty(name) is var (inside, county)) return FormerOf(WithoutEnding(inside, _endings), county);
        return FormerCounty(WithoutEnding(name, _countyEndings));
    }

    /// <summary>The same for a number that the register does not have, such as 1443, which was Eid's.</summary>
    public FormerPlace? FormerNumbered(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Numbered(number) is null && _places.Numbered(number) is { Count: > 0 } places
            ? As(Nearest(places, _places), _places, place => HitOf(place))
            : null;
    }

    /// <summary>Whether the number is a municipality's or a county's in this register.</summary>
    public bool Knows(string number) => Numbered(number) is not null || Counties.Any(county => county.Number == number);

    /// <summary>
    /// The municipality or county council with a number; null when there is none. A name that is one of its names, such as «Tråante», is
    /// kept.
    /// </summary>
    internal RegisterHit? HitOf(string number, string name)
    {
        if (Counties.FirstOrDefault(county => county.Number == number) is { Number: not null } county) return HitOf(county);
        return Numbered(number) is not { } one ? null
            : HitOf(one) is var hit && NamesOf(one).Any(known => Fold(known) == Fold(name)) ? hit with { Name = name }
            : hit;
    }

    /// <summary>The names that counties have, or have had.</summary>
    public IEnumerable<string> CountyNames => _countyPlaces.All.Select(county => county.Name).Distinct();

    /// <summary>Whether a name is, or has been, the name of a county.</summary>
    public bool IsCountyName(string written) =>
        _everCounties.Value.Contains(Fold(written));

    /// <summary>Whether a municipality, or what it was made of, has been in a county.</summary>
    internal bool HasBeenIn(Municipality one, string county) =>
        _places.Numbered(one.Number, _year) is { } place
        && _places.FamilyOf(place).Any(relative => CountiesOf(relative).Contains(Fold(county)));

    /// <summary>
    /// The numbers that a municipality or a county has on a day, given a number that it has had on some day: 1443, Eid, is 4649 in 2021.
    /// Several where it was divided and none kept its name. None when the number is unknown.
    /// </summary>
    /// <param name="number">A number.</param>
    /// <param name="then">A day when it had the number.</param>
    /// <param name="day">The day to find it on.</param>
    public IReadOnlyList<string> NumbersOn(string number, DateOnly then, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(number);
        var years = number.Length == 2 ? _countyPlaces : _places;
        return PlaceOf(years, number, then.Year) is { } place
            ? [.. years.MainlyIn(day.Year, place).Select(one => one.Number)]
            : [];
    }

    /// <summary>The county of a party on a day: Asker was in Viken in 2021. Its own when the register does not know it.</summary>
    public string? CountyOn(Party party, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(party);
        if (party.RegisterNumber is not { Length: 4 } number || PlaceOf(_places, number, day.Year) is not { } place) return party.County;
        var counties = _places.MainlyIn(day.Year, place).Select(one => CountyIn(day.Year, one.Number)).Distinct().ToList();
        return counties is [{ } county] ? county : party.County;
    }

    /// <summary>What has become of a party whose name is not that of a day; null when it is, or was never known.</summary>
    public FormerPlace? FormerOn(Party party, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(party);
        var register = On(day);
        return party.RegisterNumber switch
        {
            { Length: 4 } number => register.FormerNumbered(number) is { Now: var now } former && !now.Any(one => IsCalled(one, party))
                ? former
                : null,
            { Length: 2 } number when register.Counties.All(county => county.Number != number) => register.Former(party.Name.Value),
            _ => null,
        };
    }

    /// <summary>The same municipalities with other changes.</summary>
    internal MunicipalityRegister With(IReadOnlyList<PlaceChange> changes) => new(All, changes);

    // A new number with the same name is no news to anybody.
    private static bool IsCalled(RegisterHit one, Party party) =>
        Party.Fold(one.Name) == Party.Fold(party.Name)
        || one.Name.Split(" – ").Any(name => Party.Fold(name) == Party.Fold(party.Name));

    private static PlaceYears YearsOf(IEnumerable<(string Number, string Name)> today, IEnumerable<PlaceChange> changes, int digits) =>
        new(today, changes.Where(change => change.OldNumber.Length == digits && change.NewNumber.Length == digits));

    private static string WithoutEnding(string name, string[] endings) =>
        Array.Find(endings, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? name[..^ending.Length] : name;

    private static Place? PlaceOf(PlaceYears years, string number, int year) =>
        years.Numbered(number, year) ?? (years.Numbered(number) is { Count: > 0 } same ? same[^1] : null);

    // «Herøy i Nordland»: the name, and a county of any year.
    private (string Name, string County)? InCounty(string name)
    {
        foreach (var county in _everCounties.Value)
            foreach (var form in new[] { $" ({county})", $" i {county}", $", {county}", $" - {county}" })
                if (name.EndsWith(form, StringComparison.Ordinal)) return (name[..^form.Length], county);
        return null;
    }

    private FormerPlace? FormerOf(string name, string? county = null) =>
        _everNamed.Value.GetValueOrDefault(name) is { } places
        && places.Where(place => county is null || CountiesOf(place).Contains(county)).ToList() is { Count: > 0 } meant
            ? As(Nearest(meant, _places), _places, place => HitOf(place))
            : null;

    private FormerPlace? FormerCounty(string name) =>
        _countyPlaces.All.Where(county => Fold(county.Name) == name).ToList() is { Count: > 0 } meant
            ? As(Nearest(meant, _countyPlaces), _countyPlaces, county => HitOf((county.Number, county.Name)))
            : null;

    private FormerPlace? As(List<Place> meant, PlaceYears years, Func<Place, RegisterHit> hitOf)
    {
        if (meant.Count == 0) return null;
        var isLater = meant[0].From > _year;
        var year = (isLater ? meant[0].From : meant[0].Until).GetValueOrDefault();
        var name = meant[0].Name;
        RegisterHit[] now = [.. meant.SelectMany(place => years.In(_year, place)).Distinct().Select(place => hitOf(place) with
        {
            Since = year, Was = name, WasLater = isLater,
        })];
        return now.Length > 0 ? new(name, year, isLater, now) : null;
    }

    private RegisterHit HitOf(Place place) => HitOf(Numbered(place.Number) ?? As(place, _year));

    /// <summary>
    /// Of the places with a name, those nearest in time to this register: the latest that went, and otherwise the first that came. The same
    /// place with an earlier number is the same place.
    /// </summary>
    private List<Place> Nearest(IReadOnlyList<Place> places, PlaceYears years)
    {
        var gone = places.Where(place => place.Until <= _year).OrderByDescending(place => place.Until).ToList();
        var meant = gone.Count > 0 ? gone : [.. places.Where(place => place.From > _year).OrderBy(place => place.From)];
        var nearest = new List<Place>();
        foreach (var place in meant)
            if (!nearest.Exists(one => years.FamilyOf(one).Contains(place))) nearest.Add(place);
        return nearest;
    }

    private string? CountyIn(int year, string number) => _countyPlaces.Numbered(number[..2], year)?.Name;

    // The counties of a place, as text for comparing: the county may have changed its name while the municipality kept its number.
    private IEnumerable<string> CountiesOf(Place place) =>
        _countyPlaces.Numbered(place.Number[..2])
            .Where(county => (county.From ?? 0) < (place.Until ?? int.MaxValue) && (place.From ?? 0) < (county.Until ?? int.MaxValue))
            .Select(county => Fold(county.Name));

    private Municipality As(Place place, int year)
    {
        var today = _today ?? this;
        var county = CountyIn(year, place.Number) ?? "";
        if (place.Until is null && today.Numbered(place.Number) is { } same)
            return county == same.County ? same : same with { County = county };
        var suffix = $" ({county})";
        var bare = place.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? place.Name[..^suffix.Length] : place.Name;
        var names = bare.Split(" - ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // «Deatnu - Tana» has two names, and the register of today knows which is Norwegian.
        var norwegian = _places.MainlyIn(int.MaxValue, place)
            .Select(one => today.Numbered(one.Number)?.Name)
            .FirstOrDefault(names.Contains);
        norwegian ??= names[0];
        return new(place.Number, norwegian, [.. names.Where(one => one != norwegian)], place.Name, place.Number[..2], county);
    }

    private static FrozenDictionary<string, Place[]> NamesOf(PlaceYears years) =>
        years.All.SelectMany(place => NamesIn(place.Name).Select(name => (Name: Fold(name), place)).Distinct())
            .GroupBy(named => named.Name, named => named.place)
            .ToFrozenDictionary(named => named.Key, named => named.ToArray());

    private static IEnumerable<string> NamesIn(string official) => [official, Bare(official), .. official.Split(" - ")];

    // «Våler (Viken)» is Våler.
    private static string Bare(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;
}
