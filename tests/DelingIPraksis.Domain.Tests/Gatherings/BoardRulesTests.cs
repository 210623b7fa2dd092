using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class BoardRulesTests
{
    private static Story Board() => Story.WithPairs(2, 2).Until(PhaseKind.Board);

    [Fact]
    public void An_opportunity_answers_a_barrier_of_the_pair_and_of_nobody_else()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board)
            .When(Story.From(1), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Vi mangler lager"))
            .When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Opportunity, "Lån kirkens"))
            .When(Story.From(2), new NoteAdded(Ids.Note(3), NoteKind.Barrier, "Ingen tid")).Stands();
        var barrier = new NoteRef(Ids.Party(1), Ids.Note(1));
        story.When(Story.From(0), new NoteAnswers(Ids.Note(2), barrier)).Stands();
        Assert.Equal(barrier, story.WorkOf(0).Notes[0].Answers);
        story.When(Story.From(0), new NoteAnswers(Ids.Note(2), new NoteRef(Ids.Party(2), Ids.Note(3)))).IsRefused(RefusalReason.NotPartner);
        story.When(Story.From(0), new NoteAnswers(Ids.Note(2), new NoteRef(Ids.Party(0), Ids.Note(2)))).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(1), new NoteAnswers(Ids.Note(1), barrier)).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(0), new NoteMoved(Ids.Note(2), NoteKind.Barrier)).Stands();
        Assert.Null(story.WorkOf(0).Notes[0].Answers);
    }

    [Fact]
    public void Both_write_on_one_board_and_nobody_else_sees_it()
    {
        var story = Board()
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Mangler lager")).Stands()
            .When(Story.From(1), new NoteAdded(Ids.Note(2), NoteKind.Opportunity, "Felles lager")).Stands();
        var pair = story.Now.Workshop.Pairs[0];
        Assert.Equal(["Mangler lager", "Felles lager"], story.SeenBy(Story.From(1)).Board(pair).Select(note => note.Note.Text.Value));
        Assert.Empty(story.SeenBy(Story.From(2)).Board(pair));
        Assert.Equal(2, story.SeenBy(Story.Observer).Board(pair).Count);
    }

    [Fact]
    public void The_board_opens_with_its_phase_and_stays_open_when_one_goes_back_or_on()
    {
        Story.WithPairs(2).Until(PhaseKind.Feedback).When(Story.From(0), Barrier(1)).IsRefused(RefusalReason.NotYet);
        Board().When(Story.Facilitator, new PhaseEntered(4, 3)).When(Story.From(0), Barrier(1)).Stands();
        Board().Until(PhaseKind.Summary).When(Story.From(0), Barrier(1)).Stands();
    }

    [Theory]
    [InlineData("", RefusalReason.Empty)]
    [InlineData(" \t\u0000 ", RefusalReason.Empty)]
    public void A_note_says_something(string text, RefusalReason reason) =>
        Board().When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, text)).IsRefused(reason);

    [Fact]
    public void A_note_of_a_hundred_thousand_letters_is_refused_with_the_limit()
    {
        var story = Board().When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, new string('x', 100_000)));
        Assert.Equal(new Refusal(RefusalReason.TooLong, Limits.Note), story.Refusal);
    }

    [Fact]
    public void One_edits_moves_and_deletes_ones_own_notes_only()
    {
        var story = Board().When(Story.From(0), Barrier(1)).Stands();
        story.When(Story.From(1), new NoteEdited(Ids.Note(1), "Mitt", 0)).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(1), new NoteDeleted(Ids.Note(1))).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(0), new NoteEdited(Ids.Note(1), "Nye ord", 0)).Stands();
        story.When(Story.From(0), new NoteMoved(Ids.Note(1), NoteKind.Opportunity)).Stands();
        Assert.Equal(("Nye ord", NoteKind.Opportunity), (story.WorkOf(0).Notes[0].Text.Value, story.WorkOf(0).Notes[0].Kind));
    }

    [Fact]
    public void A_deleted_note_is_gone_from_the_board_and_comes_back_as_it_was()
    {
        var story = Board().When(Story.From(0), Barrier(1)).When(Story.From(0), new NoteDeleted(Ids.Note(1))).Stands();
        Assert.Empty(story.SeenBy(Story.From(1)).Board(story.Now.Workshop.Pairs[0]));
        story.When(Story.From(0), new NoteRestored(Ids.Note(1))).Stands();
        Assert.Equal("Barriere 1", Assert.Single(story.SeenBy(Story.From(1)).Board(story.Now.Workshop.Pairs[0])).Note.Text.Value);
    }

    [Fact]
    public void One_agrees_with_the_partners_note_once_and_not_with_ones_own()
    {
        var story = Board().When(Story.From(0), Barrier(1));
        var note = new NoteRef(Ids.Party(0), Ids.Note(1));
        story.When(Story.From(0), new NoteAgreed(note, true)).IsRefused(RefusalReason.OwnNote);
        story.When(Story.From(2), new NoteAgreed(note, true)).IsRefused(RefusalReason.NotPartner);
        story.When(Story.From(1), new NoteAgreed(note, true)).When(Story.From(1), new NoteAgreed(note, true)).Stands();
        Assert.Single(story.WorkOf(0).Notes[0].AgreedBy);
    }

    [Fact]
    public void A_party_has_three_votes_and_gets_one_back_when_it_takes_it_away_or_the_note_is_deleted()
    {
        var story = Board();
        for (var note = 1; note <= 4; note++) story.When(Story.From(0), Barrier(note));
        story.Until(PhaseKind.Prioritising);
        for (var note = 1; note <= 3; note++) story.When(Story.From(1), Vote(note, true)).Stands();
        story.When(Story.From(1), Vote(4, true)).IsRefused(RefusalReason.NoVotesLeft);
        story.When(Story.From(1), Vote(3, false)).When(Story.From(1), Vote(4, true)).Stands();
        story.When(Story.From(0), new NoteDeleted(Ids.Note(1)));
        Assert.Equal(1, story.SeenBy(Story.From(1)).VotesLeft);
    }

    [Fact]
    public void When_the_group_work_is_ended_nobody_writes_until_it_is_opened_again()
    {
        var story = Board().When(Story.Facilitator, new WorkshopClosed()).Stands();
        story.When(Story.From(0), Barrier(1)).IsRefused(RefusalReason.Closed);
        story.When(Story.Facilitator, new WorkshopReopened(AsItWas: true)).When(Story.From(0), Barrier(1)).Stands();
    }

    private static NoteAdded Barrier(int number) => new(Ids.Note(number), NoteKind.Barrier, $"Barriere {number}");

    private static NoteVoted Vote(int number, bool wants) => new(new NoteRef(Ids.Party(0), Ids.Note(number)), wants);
}
