using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Acting;

namespace DelingIPraksis.Web.Desk;

/// <summary>All notes of all pairs: search, choose, group, make points.</summary>
public sealed partial class NotePane : GatheringPart<DeskSession>
{
    private const int Step = 60;
    private IReadOnlyList<BoardNote> _shown = [];
    private IReadOnlyList<NotePart> _parts = [];
    private NoteFilter _filter = new();
    private GatheringView? _arranged;
    private int _room = Step;
    private Panel _panel;

    private enum Panel
    {
        None,
        Themes,
        Alike,
        Words,
    }

    protected override void OnParametersSet()
    {
        if (_filter == Session.Filter && ReferenceEquals(_arranged, View)) return;
        if (_filter != Session.Filter) (_filter, _room) = (Session.Filter, Step);
        Arrange();
    }

    private void Arrange()
    {
        _arranged = View;
        _shown = _filter.Of(Session);
        _parts = [.. Parts()];
        // A range is chosen in the order of the screen.
        _shown = [.. _parts.SelectMany(part => part.All)];
        Fit();
    }

    private void Turn(Panel panel) => _panel = _panel == panel ? Panel.None : panel;

    private void More()
    {
        _room += Step;
        Arrange();
    }

    // The most notes rendered at a time. The others are counted under their headings.
    private void Fit()
    {
        var room = _room;
        _parts = [.. _parts.Select(part =>
        {
            var fitted = part with { Shown = [.. part.All.Take(room)] };
            room = Math.Max(0, room - part.All.Count);
            return fitted;
        })];
    }

    private IEnumerable<NotePart> Parts() => _filter.By switch
    {
        NoteArrangement.Group when View.Groups.Count > 0 => ByGroup(),
        NoteArrangement.Theme => By(note => note.Note.Theme.IsEmpty ? null : note.Note.Theme.Value, S["NoTheme"]),
        NoteArrangement.Pair => By(
            note =>
                View.AllPairs.FirstOrDefault(pair => pair.Round == note.Note.Round && pair.Members.Contains(note.Where.Party)) is { } pair
                    ? string.Join(" + ", View.MembersOf(pair).Select(party => party.Name))
                    : null,
            S["NoPair"]
        ),
        _ => [new NotePart("alle", null, null, _shown, [])],
    };

    private IEnumerable<NotePart> ByGroup()
    {
        var notes = _shown.ToLookup(note => Session.GroupOf(note.Where)?.Id);
        foreach (var group in View.Groups)
            if (notes.Contains(group.Id) || !_filter.IsNarrow)
                yield return new(group.Id.ToString(), group.Name.Value, group, [.. notes[group.Id]], []);
        if (notes.Contains(null)) yield return new("ingen", S["NoGroup"], null, [.. notes[null]], []);
    }

    private IEnumerable<NotePart> By(Func<BoardNote, string?> under, string otherwise) => _shown
        .GroupBy(note => under(note) ?? "", StringComparer.OrdinalIgnoreCase)
        .OrderBy(part => part.Key.Length == 0).ThenByDescending(part => part.Count())
            .Select(part => new NotePart(
                part.Key.Length == 0 ? "ingen" : part.Key,
                part.Key.Length == 0 ? otherwise : part.Key,
                null,
                [.. part],
                []
            ));
}

/// <summary>Notes under one heading.</summary>
/// <param name="Key">Which part.</param>
/// <param name="Title">The heading, or null when there is none.</param>
/// <param name="Group">The group it is, or null.</param>
/// <param name="All">Its notes.</param>
/// <param name="Shown">The notes that are rendered.</param>
public sealed record NotePart(string Key, string? Title, NoteGroup? Group, IReadOnlyList<BoardNote> All, IReadOnlyList<BoardNote> Shown);
