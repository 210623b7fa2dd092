using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>A table with one screen: one of the pair writes down what the other says.</summary>
public sealed class OneScreenRulesTests
{
    private static Story WrittenForThePartner() => Story.WithPairs(2, 2).Until(PhaseKind.Board)
        .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Vi mangler folk", Ids.Party(1))).Stands();

    [Fact]
    public void What_is_written_down_for_the_partner_is_the_partners_note_and_says_who_wrote_it()
    {
        var story = WrittenForThePartner();
        Assert.Empty(story.WorkOf(0).Notes);
        var note = Assert.Single(story.WorkOf(1).Notes);
        Assert.Equal((Ids.Person(0), Ids.Party(0)), (note.By, note.WrittenBy));
    }

    [Fact]
    public void One_writes_for_ones_partner_and_for_nobody_else()
    {
        var story = WrittenForThePartner();
        story.When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Deres", Ids.Party(2))).IsRefused(RefusalReason.NotPartner);
        story.When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Våre", Ids.Party(0))).Stands();
        Assert.Null(Assert.Single(story.WorkOf(0).Notes).WrittenBy);
    }

    [Fact]
    public void Nobody_uses_up_the_partners_room_and_what_is_deleted_gives_room_again()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var number = 0; number < Limits.NotesOfParty; number++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(number), NoteKind.Barrier, $"Lapp {number}", Ids.Party(1))).Stands();
        story
            .When(Story.From(0), new NoteAdded(Ids.Note(5_000), NoteKind.Barrier, "En til", Ids.Party(1)))
            .IsRefused(RefusalReason.TooMany);
        story.When(Story.From(1), new NoteAdded(Ids.Note(5_001), NoteKind.Barrier, "Vår egen")).Stands();
        story.When(Story.From(0), new NoteAdded(Ids.Note(5_002), NoteKind.Barrier, "Min egen")).Stands();

        story.When(Story.From(1), new NoteDeleted(Ids.Note(0))).Stands();
        story.When(Story.From(0), new NoteAdded(Ids.Note(5_003), NoteKind.Barrier, "En til", Ids.Party(1))).Stands();
        story.When(Story.From(1), new NoteRestored(Ids.Note(0))).IsRefused(RefusalReason.TooMany);
    }

    [Fact]
    public void Both_the_one_whose_it_is_and_the_one_who_wrote_it_down_may_mend_it()
    {
        foreach (var party in new[] { 0, 1 })
        {
            var story = WrittenForThePartner();
            story.When(Story.From(party), new NoteEdited(Ids.Note(1), "Vi mangler fagfolk", 0)).Stands();
            story.When(Story.From(party), new NoteLabelled(Ids.Note(1), "Folk", Addressee.OwnWork)).Stands();
            story.When(Story.From(party), new NoteMoved(Ids.Note(1), NoteKind.Opportunity)).Stands();
            story.When(Story.From(party), new NoteDeleted(Ids.Note(1))).Stands();
            story.When(Story.From(party), new NoteRestored(Ids.Note(1))).Stands();
            Assert.Equal("Vi mangler fagfolk", Assert.Single(story.WorkOf(1).Notes).Text.Value);
        }
    }

    [Fact]
    public void Nobody_else_may_and_not_the_writer_either_when_they_are_no_longer_a_pair()
    {
        var story = WrittenForThePartner();
        story.When(Story.From(2), new NoteDeleted(Ids.Note(1))).IsRefused(RefusalReason.NoSuchNote);
        story
            .When(
                Story.Facilitator,
                new PairsProposed([new(Ids.Pair(5), [Ids.Party(0), Ids.Party(2)], []), new(Ids.Pair(6), [Ids.Party(1), Ids.Party(3)], [])])
            )
            .When(Story.Facilitator, new PairsShown()).Stands();
        story.When(Story.From(0), new NoteDeleted(Ids.Note(1))).IsRefused(RefusalReason.NoSuchNote);
        story.When(Story.From(1), new NoteDeleted(Ids.Note(1))).Stands();
    }

    [Fact]
    public void To_agree_is_for_the_one_whose_note_it_is_not()
    {
        var note = new NoteRef(Ids.Party(1), Ids.Note(1));
        WrittenForThePartner().When(Story.From(0), new NoteAgreed(note, true)).Stands();
        WrittenForThePartner().When(Story.From(1), new NoteAgreed(note, true)).IsRefused(RefusalReason.OwnNote);
    }

    [Fact]
    public void What_is_written_for_the_partner_wakes_the_partners_screens()
    {
        var story = WrittenForThePartner();
        Assert.Superset(new HashSet<Id<Party>> { Ids.Party(0), Ids.Party(1) }, Impact.Of(story.Now, story.Log[^1]).Parties.ToHashSet());
    }
}
