using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Synthesis;

public sealed class PointSuggestionsTests
{
    [Fact]
    public void The_words_of_a_suggested_point_are_always_those_of_one_of_its_notes_and_the_rules_take_them() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var view = story.SeenBy(Story.Organiser);
        foreach (var points in new[] { Of(view).OfGroups(view.Groups), Of(view).OfTheRest(), Of(view).OfAsks(Lexicon.Standard) })
        {
            if (!points.All(point => point.Sources.Exists(source => view.AllNotes.Any(note => note.Where == source && note.Note.Text == point.Text)))) return false;
            if (!points.IsEmpty && story.When(Story.Organiser, new PointsPut(points)).Refusal is not null) return false;
            view = story.SeenBy(Story.Organiser);
        }

        // All that was not looked at is now; asking once more adds nothing.
        return Of(view).OfTheRest().IsEmpty && Of(view).OfAsks(Lexicon.Standard).IsEmpty;
    });

    [Fact]
    public void The_note_that_most_stand_behind_gives_the_words()
    {
        var story = Noted("Lager mangler", "Vi mangler lager").When(Story.From(1), new NoteAgreed(Where(2), true)).When(Story.Organiser, new NotesGrouped([new(Ids.Group(1), "Lager", [Where(1), Where(2)])], [], [])).Stands();
        var point = Assert.Single(Of(story.SeenBy(Story.Organiser)).OfGroups(story.Now.Groups));
        Assert.Equal(("Vi mangler lager", 2), (point.Text.Value, point.Sources.Count));
    }

    [Fact]
    public void Asks_that_say_the_same_become_one()
    {
        var story = Noted("Staten må endre avgiften på avfall", "Staten må endra avgifta på avfall", "KS bør lage en mal", "Vi gjør det selv");
        for (var note = 1; note <= 3; note++) story.When(Story.From(0), new NoteLabelled(Ids.Note(note), "", note == 3 ? Addressee.Ks : Addressee.State)).Stands();
        Assert.Equal([2, 1], Of(story.SeenBy(Story.Organiser)).OfAsks(Lexicon.Standard).Select(point => point.Sources.Count));
    }

    [Fact]
    public void Any_regrouping_has_a_way_back_that_puts_every_note_where_it_stood() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var before = story.Now;
        foreach (var (_, change) in steps.Steps)
        {
            if (change is not NotesGrouped done || story.When(Story.Organiser, done).Refusal is not null) continue;
            story.When(Story.Organiser, Regrouping.Back(before.Groups, done, story.Now.Groups)).Stands();
            if (Standing(story.Now) != Standing(before)) return false;
            before = story.Now;
        }

        return true;
    });

    private static string Standing(Gathering gathering) => string.Join('\n', gathering.Groups
        .Select(group => $"{group.Id} {group.Name}: {string.Join(' ', group.Notes.Select(note => $"{note.Party}{note.Note}").Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    private static PointSuggestions Of(GatheringView view) => new(view.AllNotes, Coverage.Of(view.AllNotes, view.Points, view.LeftOut), () => new(Guid.NewGuid()));

    private static NoteRef Where(int note) => new(Ids.Party(0), Ids.Note(note));

    private static Story Noted(params string[] notes)
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var note = 1; note <= notes.Length; note++) story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, notes[note - 1])).Stands();
        return story;
    }
}
