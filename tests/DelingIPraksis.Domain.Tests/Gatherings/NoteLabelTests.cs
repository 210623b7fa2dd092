using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>What a note is about, whom it is for, and what it answers.</summary>
public sealed class NoteLabelTests
{
    private static Story ANote() =>
        Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Ingen felles indikatorer"))
            .Stands();

    [Fact]
    public void A_note_gets_a_theme_and_somebody_it_is_for_and_either_can_be_taken_away()
    {
        var story = ANote().When(Story.From(0), new NoteLabelled(Ids.Note(1), "Måling", Addressee.State)).Stands();
        Assert.Equal(("Måling", Addressee.State), (story.WorkOf(0).Notes[0].Theme.Value, story.WorkOf(0).Notes[0].To));
        story.When(Story.From(0), new NoteLabelled(Ids.Note(1), "", Addressee.State)).Stands();
        Assert.Equal(("", Addressee.State), (story.WorkOf(0).Notes[0].Theme.Value, story.WorkOf(0).Notes[0].To));
        story.When(Story.From(0), new NoteLabelled(Ids.Note(1), "Måling", null)).Stands();
        Assert.Null(story.WorkOf(0).Notes[0].To);
    }

    [Fact]
    public void A_label_says_nothing_of_the_words_and_does_not_make_them_a_new_wording()
    {
        var story = ANote().When(Story.From(0), new NoteLabelled(Ids.Note(1), "Måling", Addressee.Ks));
        story.When(Story.From(0), new NoteEdited(Ids.Note(1), "Vi mangler felles indikatorer", 0)).Stands();
        Assert.Equal(
            ("Måling", Addressee.Ks, 1),
            (story.WorkOf(0).Notes[0].Theme.Value, story.WorkOf(0).Notes[0].To, story.WorkOf(0).Notes[0].Revision)
        );
    }

    [Fact]
    public void Who_may_word_a_note_may_label_it_and_nobody_else()
    {
        ANote().When(Story.From(1), new NoteLabelled(Ids.Note(1), "Måling", null)).IsRefused(RefusalReason.NoSuchNote);
        ANote().When(Story.From(2), new NoteLabelled(Ids.Note(1), "Måling", null)).IsRefused(RefusalReason.NoSuchNote);
        ANote()
            .When(Story.From(0), new NoteDeleted(Ids.Note(1)))
            .When(Story.From(0), new NoteLabelled(Ids.Note(1), "Måling", null))
            .IsRefused(RefusalReason.NoSuchNote);
    }

    [Fact]
    public void A_theme_is_a_word_or_two_on_one_line()
    {
        var story = ANote().When(Story.From(0), new NoteLabelled(Ids.Note(1), "Måling\nog tall", null)).Stands();
        Assert.Equal("Måling og tall", story.WorkOf(0).Notes[0].Theme.Value);
        story.When(Story.From(0), new NoteLabelled(Ids.Note(1), new string('m', Limits.Theme + 1), null));
        Assert.Equal(new Refusal(RefusalReason.TooLong, Limits.Theme), story.Refusal);
    }

    [Fact]
    public void A_log_from_before_notes_had_labels_still_reads()
    {
        const string Old = """{"verb":"note-added","note":"00000005000000000000000000000001","kind":"barrier","text":"Gammel"}""";
        Assert.Equal(new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Gammel"), GatheringJson.Read<Change>(Old));
    }

    [Fact]
    public void A_board_tells_which_barrier_an_opportunity_answers_and_which_have_no_answer_yet()
    {
        var story = ANote()
            .When(Story.From(1), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Ingen tid"))
            .When(Story.From(1), new NoteAdded(Ids.Note(3), NoteKind.Opportunity, "Be staten om indikatorer"))
            .When(Story.From(1), new NoteAnswers(Ids.Note(3), new NoteRef(Ids.Party(0), Ids.Note(1)))).Stands();
        Assert.Equal("Ingen felles indikatorer", BoardOf(story)[2].Answered?.Text.Value);
        Assert.Equal(["Ingen tid"], GatheringView.Unanswered(BoardOf(story)).Select(note => note.Note.Text.Value));
        story.When(Story.From(0), new NoteMoved(Ids.Note(1), NoteKind.Opportunity)).Stands();
        Assert.Null(BoardOf(story).Single(note => note.Where.Note == Ids.Note(3)).Answered);
    }

    private static IReadOnlyList<BoardNote> BoardOf(Story story) => story.SeenBy(Story.From(0)).Board(story.Now.Workshop.Pairs[0]);
}
