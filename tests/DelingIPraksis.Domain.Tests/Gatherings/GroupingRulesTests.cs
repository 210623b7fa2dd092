using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class GroupingRulesTests
{
    [Fact]
    public void Whatever_is_done_a_note_stands_in_one_group_at_most() => AnyStory.Steps.Sample(steps =>
    {
        var notes = AnyStory.Told(steps).Now.Groups.SelectMany(group => group.Notes).ToList();
        return notes.Distinct().Count() == notes.Count;
    });

    [Fact]
    public void Points_stand_only_in_sections_that_are_there_and_over_notes_that_are() => AnyStory.Steps.Sample(steps =>
    {
        var now = AnyStory.Told(steps).Now;
        return now.Points.All(point =>
            Section.AlwaysThere.Contains(point.Section) || now.Sections.Exists(section => section.Id == point.Section)
        )
            && now.Points.SelectMany(point => point.Sources)
                .All(source => now.Workshop.WorkOf(source.Party).Notes.Exists(note => note.Id == source.Note))
        && now.Points.Select(point => point.Id).Distinct().Count() == now.Points.Count;
    });

    [Fact]
    public void Notes_are_put_in_groups_and_taken_from_where_they_stood()
    {
        var story = Noted(3).When(Story.Organiser, new NotesGrouped([Group(1, "Lager", 1, 2)], [], [])).Stands();
        story.When(Story.Organiser, new NotesGrouped([Group(2, "Måling", 2), Group(1, "", 3)], [], [])).Stands();
        Assert.Equal([("Lager", "1 3"), ("Måling", "2")], Groups(story));
        story.When(Story.Organiser, new NotesGrouped([], [Where(1)], [])).Stands();
        Assert.Equal([("Lager", "3"), ("Måling", "2")], Groups(story));
    }

    [Fact]
    public void A_note_named_twice_goes_to_the_first_that_names_it() => Assert.Equal(
        [("A", "1"), ("B", "2")],
        Groups(Noted(2).When(Story.Organiser, new NotesGrouped([Group(1, "A", 1), Group(2, "B", 1, 2)], [], [])).Stands())
    );

    [Fact]
    public void Groups_given_up_leave_their_notes_loose()
    {
        var story = Noted(2).When(Story.Organiser, new NotesGrouped([Group(1, "A", 1), Group(2, "B", 2)], [], []));
        story.When(Story.Organiser, new NotesGrouped([Group(2, "", 1)], [], [Ids.Group(1)])).Stands();
        Assert.Equal([("B", "2 1")], Groups(story));
        story.When(Story.Organiser, new NotesGrouped([], [], [Ids.Group(1)])).IsRefused(RefusalReason.NoSuchGroup);
    }

    [Fact]
    public void A_group_has_a_name()
    {
        var story = Noted(1);
        story.When(Story.Organiser, new NotesGrouped([Group(1, " ", 1)], [], [])).IsRefused(RefusalReason.Empty);
        story.When(Story.Organiser, new GroupPut(Ids.Group(1), "")).IsRefused(RefusalReason.Empty);
        story
            .When(Story.Organiser, new GroupPut(Ids.Group(1), "Lager"))
            .When(Story.Organiser, new GroupPut(Ids.Group(1), "Lager og utlån"))
            .Stands();
        Assert.Equal([("Lager og utlån", "")], Groups(story));
    }

    [Fact]
    public void A_note_is_used_merged_left_out_or_not_yet()
    {
        var story = Noted(5)
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), Section.Barriers, "Alene", [Where(1)])))
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(2), Section.Barriers, "Sammen", [Where(2), Where(3)])))
            .When(Story.Organiser, new NotesLeftOut([Where(1), Where(4)], true)).Stands();
        Assert.Equal([NoteUsage.Used, NoteUsage.Merged, NoteUsage.Merged, NoteUsage.LeftOut, NoteUsage.NotYet], Fates(story));
        story.When(Story.Organiser, new NotesLeftOut([Where(4)], false)).When(Story.Organiser, new PointRemoved(Ids.Point(1))).Stands();
        Assert.Equal([NoteUsage.LeftOut, NoteUsage.Merged, NoteUsage.Merged, NoteUsage.NotYet, NoteUsage.NotYet], Fates(story));
    }

    [Fact]
    public void The_fates_add_up_to_all_notes() => AnyStory.Steps.Sample(steps =>
    {
        var view = AnyStory.Told(steps).SeenBy(Story.Organiser);
        var coverage = Coverage.Of(view.AllNotes, view.Points, view.LeftOut);
        return coverage.Total == view.AllNotes.Count && Enum.GetValues<NoteUsage>().Sum(coverage.Count) == coverage.Total;
    });

    private static IEnumerable<NoteUsage> Fates(Story story)
    {
        var view = story.SeenBy(Story.Organiser);
        var coverage = Coverage.Of(view.AllNotes, view.Points, view.LeftOut);
        return view.AllNotes.Select(note => coverage.UsageOf(note.Where));
    }

    private static IEnumerable<(string Name, string Notes)> Groups(Story story) =>
        story.Now.Groups.Select(group =>
            (
                group.Name.Value,
                string.Join(' ', group.Notes.Select(note => story.WorkOf(0).Notes.FindIndex(there => there.Id == note.Note) + 1))
            )
        );

    private static NoteGroup Group(int number, string name, params int[] notes) => new(Ids.Group(number), name, [.. notes.Select(Where)]);

    private static NoteRef Where(int note) => new(Ids.Party(0), Ids.Note(note));

    private static Story Noted(int notes)
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var note = 1; note <= notes; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Lapp {note}")).Stands();
        return story;
    }
}
