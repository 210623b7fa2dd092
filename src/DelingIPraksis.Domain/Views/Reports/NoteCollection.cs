using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>All undeleted notes of a gathering. Made once, so that the cost grows linearly up to ten thousand notes and more.</summary>
internal sealed class NoteCollection
{
    private readonly Dictionary<NoteRef, ReportNote> _byPlace;

    private NoteCollection(Dictionary<NoteRef, ReportNote> byPlace, ImmutableList<ReportNote> inOrder) =>
        (_byPlace, InOrder) = (byPlace, inOrder);

    /// <summary>In the order they were written, with their origin.</summary>
    public ImmutableList<ReportNote> InOrder { get; }

    /// <summary>In alphabetical order and without origin: neither name, time nor order reveals who wrote them.</summary>
    public ImmutableList<ReportNote> WithoutOrigin =>
        [.. InOrder.Select(note => note with { Origin = null }).OrderBy(note => note.Kind).ThenBy(note => note.Text)];

    public static NoteCollection Of(Gathering gathering)
    {
        var usedIn = PlacesOf(gathering);
        var groups = gathering
            .Workshop.AllPairs.SelectMany(pair => pair.Members.Select(member =>
                (Key: (member, pair.Round), Names: pair.Members.ConvertAll(other => gathering.Parties[other].Name)))
            )
            .ToDictionary(group => group.Key, group => group.Names);
        var byPlace = new Dictionary<NoteRef, ReportNote>();
        foreach (var (place, note) in BoardNote.AllOf(gathering.Workshop.Work.Values))
        {
            var name = gathering.Parties[place.Party].Name;
            byPlace[place] = new ReportNote(note.Kind, note.Text, note.Votes.Count, [.. usedIn[place]], new NoteOrigin(
                note.Id,
                name,
                groups.GetValueOrDefault((place.Party, note.Round), [name]),
                note.At,
                [.. note.AgreedBy.Select(other => gathering.Parties[other].Name)]
            )
            {
                WrittenBy = note.WrittenBy is { } writer ? gathering.Parties[writer].Name : "",
            })
            {
                Theme = note.Theme,
                To = note.To,
            };
        }

        return new(byPlace, [.. byPlace.Values]);
    }

    public ReportNote? Find(NoteRef place) => _byPlace.GetValueOrDefault(place);

    private static ILookup<NoteRef, PointPlace> PlacesOf(Gathering gathering)
    {
        var titles = gathering.Sections.ToDictionary(section => section.Id, section => section.Title);
        return gathering.Points
            .GroupBy(point => point.Section)
            .SelectMany(list =>
                list.Select(
                    (point, index) => (point.Sources, Place: new PointPlace(list.Key, titles.GetValueOrDefault(list.Key), index + 1))
                )
            )
            .SelectMany(point => point.Sources.Distinct().Select(source => (source, point.Place)))
            .ToLookup(use => use.source, use => use.Place);
    }
}
