using System.Collections.Frozen;

namespace DelingIPraksis.Domain.Places;

/// <summary>Municipalities, or counties, through the years: what each was called, what it became, and what it was made of.</summary>
/// <remarks>
/// Made backwards from the places of today. Every step goes from an earlier period to a later one, so no chain of changes has an end in
/// itself. A change that leads to no place of today is left out, and is in <see cref="Lost"/>.
/// </remarks>
public sealed class PlaceYears
{
    private readonly FrozenDictionary<string, Place[]> _byNumber;
    private readonly Dictionary<Place, List<Step>> _later = [];
    private readonly Dictionary<Place, List<Step>> _earlier = [];

    /// <param name="today">Number and official name of every place of today.</param>
    /// <param name="changes">The changes, in any order.</param>
    public PlaceYears(IEnumerable<(string Number, string Name)> today, IEnumerable<PlaceChange> changes)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(changes);
        // A place without its first year until the changes of that year are read.
        var open = today.ToDictionary(place => place.Number, place => new Draft(place.Number, place.Name, null), StringComparer.Ordinal);
        var all = open.Values.ToList();
        var steps = new List<(Draft Old, Draft New, bool IsPart)>();
        var lost = new List<PlaceChange>();
        foreach (var year in changes.Distinct().GroupBy(change => change.Year).OrderByDescending(year => year.Key))
        {
            var unchanged = year.Where(change => change.IsUnchanged).Select(change => change.OldNumber).ToHashSet(StringComparer.Ordinal);
            var made = year.Select(change => change.NewNumber).Where(number => !unchanged.Contains(number))
                .ToHashSet(StringComparer.Ordinal);
            // A number that another place has both before and after the change: the list and the register are not of one time.
            var known = year.Where(change => !change.IsUnchanged && !unchanged.Contains(change.OldNumber)).ToLookup(change =>
                open.ContainsKey(change.NewNumber) && (made.Contains(change.OldNumber) || !open.ContainsKey(change.OldNumber)));
            lost.AddRange(known[false]);
            var successors = known[true].Select(change => change.NewNumber).Distinct()
                .ToDictionary(number => number, number => open[number]);
            foreach (var (number, place) in successors.Where(successor => !unchanged.Contains(successor.Key)))
            {
                place.From = year.Key;
                open.Remove(number);
            }

            foreach (var old in known[true].GroupBy(change => change.OldNumber))
            {
                var place = new Draft(old.Key, old.First().OldName, year.Key);
                open.Add(old.Key, place);
                all.Add(place);
                steps.AddRange(old.Select(change => (place, successors[change.NewNumber], change.IsPart)));
            }
        }

        var places = all.ToDictionary(draft => draft, draft => new Place(draft.Number, draft.Name, draft.From, draft.Until));
        foreach (var (old, made, isPart) in steps.OrderBy(step => step.IsPart))
        {
            Add(_later, places[old], new(places[made], isPart));
            Add(_earlier, places[made], new(places[old], isPart));
        }

        All = [.. places.Values.OrderBy(place => place.Number, StringComparer.Ordinal).ThenBy(place => place.Until ?? int.MaxValue)];
        _byNumber = All.GroupBy(place => place.Number).ToFrozenDictionary(same => same.Key, same => same.ToArray());
        Lost = lost;
        LastChange = All.Max(place => place.Until);
    }

    /// <summary>Every place there has been, by number, and then the earliest first.</summary>
    public IReadOnlyList<Place> All { get; }

    /// <summary>The changes that lead to no place of today.</summary>
    public IReadOnlyList<PlaceChange> Lost { get; }

    /// <summary>The year of the last change; null when none is known.</summary>
    public int? LastChange { get; }

    /// <summary>The place with a number in a year, or null.</summary>
    public Place? Numbered(string number, int year) =>
        _byNumber.GetValueOrDefault(number) is { } same ? Array.Find(same, place => place.IsIn(year)) : null;

    /// <summary>The places that have had a number, the earliest first.</summary>
    public IReadOnlyList<Place> Numbered(string number) => _byNumber.GetValueOrDefault(number) ?? [];

    /// <summary>
    /// What a place is, or was, in a year: itself, all that it became part of, or all that it was made of. Those that got most of it come
    /// first.
    /// </summary>
    public IReadOnlyList<Place> In(int year, Place place) => Walk(year, place, mainOnly: false);

    /// <summary>
    /// The same without those that got a small part. Of several, the one that kept the name is the only one: when Haram left Ålesund, the
    /// rest of Ålesund was Ålesund. None kept the name of Tysfjord, so Narvik and Hamarøy both come after it.
    /// </summary>
    public IReadOnlyList<Place> MainlyIn(int year, Place place) => Walk(year, place, mainOnly: true);

    /// <summary>The place itself, all that became it, and all that it became, however many steps away.</summary>
    public IReadOnlySet<Place> FamilyOf(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var family = new HashSet<Place> { place };
        foreach (var steps in new[] { _earlier, _later })
        {
            var next = new Queue<Place>([place]);
            while (next.TryDequeue(out var one))
                foreach (var step in steps.GetValueOrDefault(one) ?? [])
                    if (family.Add(step.To)) next.Enqueue(step.To);
        }

        return family;
    }

    private List<Place> Walk(int year, Place place, bool mainOnly)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.IsIn(year)) return [place];
        var steps = (place.Until <= year ? _later : _earlier).GetValueOrDefault(place) ?? [];
        if (mainOnly && steps.Count > 1)
        {
            steps = steps.FindAll(step => !step.IsPart);
            if (steps.FindAll(step => IsSameName(step.To.Name, place.Name)) is [var same]) steps = [same];
        }

        return [.. steps.SelectMany(step => Walk(year, step.To, mainOnly)).Distinct()];
    }

    // «Harstad» became «Harstad - Hárstták», and «Hárstták - Harstad» is the same place with its names in another order.
    private static bool IsSameName(string one, string other) =>
        one.Split(" - ").Intersect(other.Split(" - "), StringComparer.OrdinalIgnoreCase).Any();

    private static void Add(Dictionary<Place, List<Step>> steps, Place from, Step step)
    {
        if (!steps.TryGetValue(from, out var there)) steps.Add(from, there = []);
        there.Add(step);
    }

    private readonly record struct Step(Place To, bool IsPart);

    private sealed class Draft(string number, string name, int? until)
    {
        public string Number => number;

        public string Name => name;

        public int? Until => until;

        public int? From { get; set; }
    }
}
