using System.Text.Json;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class WallViewTests
{
    [Fact]
    public void Before_it_has_begun_it_counts_those_who_have_come()
    {
        var story = Story.Planned(3).When(Story.Facilitator, new PersonShownOut(Ids.Person(1)));
        var wall = WallView.For(story.Now);
        Assert.Equal(new WallProgress(WallCount.PartiesHere, 2, 3), wall.Progress);
        Assert.Null(wall.Phase);
        Assert.Null(wall.Barriers);
    }

    [Fact]
    public void While_writing_it_counts_the_parties_in_pairs_that_have_a_challenge()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Writing)
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Ombruk", 0)).Stands()
            .When(Story.From(1), new TextWritten(TextField.Solutions, "Lager", 0)).Stands();
        Assert.Equal(new WallProgress(WallCount.PartiesWritten, 1, 5), WallView.For(story.Now).Progress);
    }

    [Fact]
    public void A_pair_has_presented_when_the_last_of_it_has()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Presentation).When(Story.Facilitator, new TurnPassed(Ids.Pair(0), 1));
        Assert.Equal(new WallProgress(WallCount.PairsPresented, 1, 2), WallView.For(story.Now).Progress);
    }

    [Fact]
    public void A_pair_has_commented_when_all_of_it_have_handed_over()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Feedback);
        foreach (var (from, to) in new[] { (0, 1), (1, 0), (3, 2) })
        {
            story.When(Story.From(from), new FeedbackWritten(Ids.Party(to), FeedbackPrompt.Recognise, "Kjent", 0)).Stands();
            story.When(Story.From(from), new FeedbackHandedOver(Ids.Party(to))).Stands();
        }

        Assert.Equal(new WallProgress(WallCount.PairsHandedOver, 1, 2), WallView.For(story.Now).Progress);
    }

    [Fact]
    public void On_the_board_it_counts_pairs_and_notes_that_have_not_been_taken_away()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Lager")).Stands()
            .When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Opportunity, "Felles")).Stands()
            .When(Story.From(2), new NoteAdded(Ids.Note(3), NoteKind.Barrier, "Borte")).Stands()
            .When(Story.From(2), new NoteDeleted(Ids.Note(3))).Stands();
        var wall = WallView.For(story.Now);
        Assert.Equal(new WallProgress(WallCount.PairsNoted, 1, 2), wall.Progress);
        Assert.Equal((1, 1), (wall.Barriers, wall.Opportunities));
        story.Until(PhaseKind.Prioritising).When(Story.From(1), new NoteVoted(new NoteRef(Ids.Party(0), Ids.Note(1)), true)).Stands();
        Assert.Equal(new WallProgress(WallCount.PairsVoted, 1, 2), WallView.For(story.Now).Progress);
    }

    [Fact]
    public void At_the_end_it_counts_promises_and_in_the_plenary_nothing()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Plenary);
        Assert.Null(WallView.For(story.Now).Progress);
        story.Until(PhaseKind.Summary).When(Story.From(0), new CommitmentMade(new Commitment("Et lager", "Plan", null))).Stands();
        Assert.Equal(new WallProgress(WallCount.PartiesCommitted, 1, 2), WallView.For(story.Now).Progress);
    }

    [Fact]
    public void It_says_no_word_that_anybody_has_written_as_long_as_nobody_puts_the_notes_there() => AnyStory.Steps.Sample(steps =>
    {
        steps.Steps.RemoveAll(step => step.Change is WallSet { Notes: true });
        var words = JsonSerializer.Serialize(WallView.For(AnyStory.Told(steps).Now));
        Assert.DoesNotContain("\\u00AB", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommune", words, StringComparison.Ordinal);
    }, iter: 100);

    [Fact]
    public void Nothing_anybody_has_written_is_on_the_wall_before_it_is_put_there()
    {
        var story = WithNotes(1);
        Assert.Null(WallView.For(story.Now).Slide);
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: false, 0)).Stands();
        Assert.Equal(
            new WallNote(new NoteRef(Ids.Party(0), Ids.Note(0)), "Lapp 0", ""),
            Assert.Single(WallView.For(story.Now).Slide!.Barriers)
        );
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: true, 0)).Stands();
        Assert.Equal("Kommune 0", WallView.For(story.Now).Slide!.Barriers[0].Party.Value);
    }

    [Fact]
    public void The_newest_come_first_a_few_at_a_time_and_past_the_last_slide_the_last_is_shown()
    {
        var story = WithNotes(7).When(Story.Facilitator, new WallSet(Notes: true, Names: false, 0)).Stands();
        Assert.Equal(["Lapp 6", "Lapp 5", "Lapp 4"], WallView.For(story.Now).Slide!.Barriers.Select(note => note.Text.Value));
        Assert.Equal(3, WallView.For(story.Now).Slides);
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: false, 9)).Stands();
        Assert.Equal((3, "Lapp 0"), (WallView.For(story.Now).SlideNumber, WallView.For(story.Now).Slide!.Barriers.Single().Text.Value));
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: false, -1)).IsRefused(RefusalReason.NoSuchPhase);
    }

    [Fact]
    public void Notes_with_themes_come_theme_by_theme_and_those_without_last()
    {
        var story = WithNotes(4);
        foreach (var note in new[] { 1, 3 }) story.When(Story.From(0), new NoteLabelled(Ids.Note(note), "Økonomi", null)).Stands();
        var slides = WallSlides.Of(story.Now);
        Assert.Equal(["Økonomi", ""], slides.Select(slide => slide.Title.Value));
        Assert.Equal(["Lapp 1", "Lapp 3"], slides[0].Barriers.Select(note => note.Text.Value));
    }

    [Fact]
    public void What_the_pairs_have_chosen_is_shown_pair_by_pair_and_the_rest_only_when_it_is_asked_for()
    {
        var story = Chosen();
        Assert.Equal([["Lapp 2", "Lapp 0"], ["Lapp 3"]], Shown(story));
        Assert.Equal(["", ""], WallSlides.Of(story.Now).Select(slide => slide.Title.Value));
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: true, 0)).Stands();
        Assert.Equal(["Kommune 0 + Kommune 1", "Kommune 2 + Kommune 3"], WallSlides.Of(story.Now).Select(slide => slide.Title.Value));
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: false, 0, WallSelection.All)).Stands();
        Assert.Equal([["Lapp 2", "Lapp 3", "Lapp 0"], ["Lapp 4", "Lapp 1"]], Shown(story));
        Assert.Equal([true, true, true], WallSlides.Of(story.Now)[0].Barriers.Select(note => note.Chosen));
        Assert.Equal([false, false], WallSlides.Of(story.Now)[1].Barriers.Select(note => note.Chosen));
    }

    [Fact]
    public void What_the_pairs_have_chosen_can_be_shown_theme_by_theme()
    {
        var story = Chosen().When(Story.From(0), new NoteLabelled(Ids.Note(0), "Økonomi", null)).Stands();
        story.When(Story.From(2), new NoteLabelled(Ids.Note(3), "Økonomi", null)).Stands();
        story.When(Story.Facilitator, new WallSet(Notes: true, Names: false, 0, WallSelection.ChosenByTheme)).Stands();
        Assert.Equal([["Lapp 0", "Lapp 3"], ["Lapp 2"]], Shown(story));
        Assert.Equal(["Økonomi", ""], WallSlides.Of(story.Now).Select(slide => slide.Title.Value));
    }

    // Two notes of the first pair are chosen, one of them by both; one of the second.
    private static Story Chosen()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board);
        for (var note = 0; note < 5; note++)
            story.When(Story.From(note < 3 ? 0 : 2), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Lapp {note}")).Stands();
        story.Until(PhaseKind.Prioritising);
        foreach (var (from, note) in new[] { (0, 0), (0, 2), (1, 2), (3, 3) })
            story.When(Story.From(from), new NoteVoted(new NoteRef(Ids.Party(note < 3 ? 0 : 2), Ids.Note(note)), true)).Stands();
        return story;
    }

    private static IEnumerable<string[]> Shown(Story story) =>
        WallSlides.Of(story.Now).Select(slide => slide.Barriers.Select(note => note.Text.Value).ToArray());

    [Fact]
    public void A_note_is_taken_off_the_wall_and_stays_on_its_board()
    {
        var story = WithNotes(2).When(Story.Facilitator, new NoteHidden(new NoteRef(Ids.Party(0), Ids.Note(1)), Hidden: true)).Stands();
        Assert.Equal(["Lapp 0"], WallSlides.Of(story.Now)[0].Barriers.Select(note => note.Text.Value));
        Assert.Equal(2, story.SeenBy(Story.From(1)).Board(story.Now.Workshop.Pairs[0]).Count);
        story.When(Story.Facilitator, new NoteHidden(new NoteRef(Ids.Party(0), Ids.Note(1)), Hidden: false)).Stands();
        Assert.Equal(2, WallSlides.Of(story.Now)[0].Barriers.Count);
    }

    [Fact]
    public void Every_note_that_is_to_be_shown_stands_on_exactly_one_slide() => AnyStory.Steps.Sample(steps =>
    {
        var gathering = AnyStory.Told(steps).Now;
        var shown = WallSlides
            .Of(gathering)
            .SelectMany(slide => slide.Barriers.Concat(slide.Opportunities))
            .Select(note => note.Where)
            .ToList();
        Assert.Equal(shown.Count, shown.Distinct().Count());
        var notes = gathering
            .Workshop.Work.Values.SelectMany(work =>
                work.Notes.Where(note => !note.Deleted)
                    .Select(note => (Where: new NoteRef(work.Party, note.Id), Chosen: !note.Votes.IsEmpty))
            )
        .Where(note => !gathering.Workshop.Wall.Hidden.Contains(note.Where)).ToList();
        var all = gathering.Workshop.Wall.Selection == WallSelection.All || !notes.Exists(note => note.Chosen);
        Assert.Equal(notes.Where(note => all || note.Chosen).Select(note => note.Where).ToHashSet(), shown.ToHashSet());
        Assert.All(
            WallSlides.Of(gathering),
            slide => Assert.InRange(slide.Barriers.Count + slide.Opportunities.Count, 1, 2 * WallSlides.OfAKind)
        );
    });

    private static Story WithNotes(int count)
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var note = 0; note < count; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Lapp {note}")).Stands();
        return story;
    }
}
