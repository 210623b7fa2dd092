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
    public void It_never_says_a_word_that_anybody_has_written() => AnyStory.Steps.Sample(steps =>
    {
        var words = JsonSerializer.Serialize(WallView.For(AnyStory.Told(steps).Now));
        Assert.DoesNotContain("\\u00AB", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kommune", words, StringComparison.Ordinal);
    }, iter: 100);
}
