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
    public void The_words_of_a_suggested_point_are_always_those_of_one_of_its_notes_and_the_rules_take_them() =>
        AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var view = story.SeenBy(Story.Organiser);
        foreach (
            var points in new[]
            {
                    Of(view).OfGroups(view.Groups, Lexicon.Standard),
                    Of(view).OfTheRest(),
                    Of(view).OfAsks(Lexicon.Standard),
            }
        )
        {
            if (
                !points.All(point =>
                    point.Sources.Exists(source => view.AllNotes.Any(note => note.Where == source && note.Note.Text == point.Text))
                )
            )
                return false;
            if (!points.IsEmpty && story.When(Story.Organiser, new PointsPut(points)).Refusal is not null) return false;
            view = story.SeenBy(Story.Organiser);
        }

        // All that was not looked at is now; asking once more adds nothing.
        return Of(view).OfTheRest().IsEmpty && Of(view).OfAsks(Lexicon.Standard).IsEmpty;
    });

    [Fact]
    public void The_note_that_most_stand_behind_gives_the_words()
    {
        var story = Noted("Lager mangler", "Vi mangler lager")
            .When(Story.From(1), new NoteAgreed(Where(2), true))
            .When(Story.Organiser, new NotesGrouped([new(Ids.Group(1), "Lager", [Where(1), Where(2)])], [], []))
            .Stands();
        var point = Assert.Single(Of(story.SeenBy(Story.Organiser)).OfGroups(story.Now.Groups, Lexicon.Standard));
        Assert.Equal(("Vi mangler lager", 2), (point.Text.Value, point.Sources.Count));
    }

    [Fact]
    public void A_point_of_a_group_is_written_only_when_all_its_notes_say_the_same()
    {
        var story = Noted("Lager mangler", "Vi mangler lager", "Vi har ingen tall på hva som ombrukes", "Prisen på nytt er for lav")
            .When(
                Story.Organiser,
                new NotesGrouped(
                    [new(Ids.Group(1), "Lager", [Where(1), Where(2)]), new(Ids.Group(2), "Ombruk", [Where(3), Where(4)])],
                    [],
                    []
                )
            )
            .Stands();
        story.When(Story.Organiser, new PointsPut(Of(story.SeenBy(Story.Organiser)).OfGroups(story.Now.Groups, Lexicon.Standard))).Stands();
        var coverage = CoverageOf(story);
        Assert.Equal([false, true], story.Now.Points.Select(coverage.IsUnwritten));
        Assert.Equal((2, 2, 4), (coverage.Used, coverage.Count(NoteUsage.Gathered), coverage.Total));
        Assert.Contains(
            story.SeenBy(Story.Organiser).Flaws(story.Clock, new DateOnly(2021, 6, 8)),
            flaw => flaw.Kind == Domain.Reports.FlawKind.UnwrittenPoint && flaw.Point == story.Now.Points[1].Id
        );
    }

    [Fact]
    public void A_point_in_borrowed_words_is_written_when_somebody_writes_it_or_stands_for_them()
    {
        Story Borrowed() => Noted("Vi har ingen tall på hva som ombrukes", "Prisen på nytt er for lav")
                .When(
                    Story.Organiser,
                    new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Prisen på nytt er for lav", [Where(1), Where(2)]))
                )
                .Stands();
        Assert.True(CoverageOf(Borrowed()).IsUnwritten(Borrowed().Now.Points[0]));
        var worded = Borrowed().When(Story.Organiser, new PointWorded(Ids.Point(1), "Pris og tall mangler", 0)).Stands();
        var confirmed = Borrowed().When(Story.Organiser, new PointConfirmed(Ids.Point(1), true)).Stands();
        var alone = Borrowed().When(Story.Organiser, new PointSourced(Ids.Point(1), [], [Where(1)])).Stands();
        Assert.All([worded, confirmed, alone], story => Assert.False(CoverageOf(story).IsUnwritten(story.Now.Points[0])));
        confirmed.When(Story.Organiser, new PointConfirmed(Ids.Point(1), false)).Stands();
        Assert.True(CoverageOf(confirmed).IsUnwritten(confirmed.Now.Points[0]));
    }

    [Fact]
    public void Asks_that_say_the_same_become_one()
    {
        var story = Noted(
            "Staten må endre avgiften på avfall",
            "Staten må endra avgifta på avfall",
            "KS bør lage en mal",
            "Vi gjør det selv"
        );
        for (var note = 1; note <= 3; note++)
            story.When(Story.From(0), new NoteLabelled(Ids.Note(note), "", note == 3 ? Addressee.Ks : Addressee.State)).Stands();
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
            story.When(Story.Organiser, Regrouping.Inverse(before.Groups, done, story.Now.Groups)).Stands();
            if (Standing(story.Now) != Standing(before)) return false;
            before = story.Now;
        }

        return true;
    });

    private static string Standing(Gathering gathering) =>
        string.Join(
            '\n',
            gathering
                .Groups.Select(group =>
                    $"{group.Id} {group.Name}: "
                        + $"{string.Join(' ', group.Notes.Select(note => $"{note.Party}{note.Note}").Order(StringComparer.Ordinal))}"
                )
                .Order(StringComparer.Ordinal)
        );

    private static PointSuggestions Of(GatheringView view) =>
        new(view.AllNotes, Coverage.Of(view.AllNotes, view.Points, view.LeftOut), () => new(Guid.NewGuid()));

    private static NoteRef Where(int note) => new(Ids.Party(0), Ids.Note(note));

    private static Coverage CoverageOf(Story story) =>
        Coverage.Of(story.SeenBy(Story.Organiser).AllNotes, story.Now.Points, story.Now.LeftOut);

    private static Story Noted(params string[] notes)
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var note = 1; note <= notes.Length; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, notes[note - 1])).Stands();
        return story;
    }
}
