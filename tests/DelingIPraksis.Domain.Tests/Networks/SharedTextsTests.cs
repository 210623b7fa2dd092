using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Networks;

/// <summary>What a held gathering tells the network of who asks and who offers.</summary>
public sealed class SharedTextsTests
{
    [Fact]
    public void Only_what_was_presented_in_a_group_work_that_has_ended_is_told()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Writing);
        story.When(Story.From(0), new TextWritten(TextField.Asks, "lager", 0)).Stands();
        Assert.Empty(SharedTexts.Of(story.Now));
        var early = Story.WithPairs(2, 2).Until(PhaseKind.Writing).When(Story.From(0), new TextWritten(TextField.Asks, "lager", 0))
            .When(Story.Facilitator, new WorkshopClosed()).Stands();
        Assert.Empty(SharedTexts.Of(early.Now));
        story.Until(PhaseKind.Board).When(Story.From(1), new NoteAdded(Ids.Note(1), NoteKind.Opportunity, "felles lager"))
            .When(Story.From(1), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "angret")).When(Story.From(1), new NoteDeleted(Ids.Note(2)))
            .When(Story.Facilitator, new WorkshopClosed()).Stands();
        Assert.Equal(
            [(Ids.Party(0), SharedKind.Ask, "lager"), (Ids.Party(1), SharedKind.Opportunity, "felles lager")],
            SharedTexts.Of(story.Now).Select(text => (text.Party, text.Kind, text.Text.Value)));
        Assert.Empty(SharedTexts.Of(story.When(Story.Organiser, new GatheringErased()).Now));
    }

    [Fact]
    public void Words_are_open_only_where_those_who_joined_were_told_so()
    {
        foreach (var (after, open) in new[] { (TimeSpan.Zero, false), (TimeSpan.FromDays(2_010), true) })
        {
            var story = Story.WithPairs(2).After(after).Until(PhaseKind.Board)
                .When(Story.From(0), new TextWritten(TextField.Offers, "lager", 0))
                .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "ingen plass"))
                .When(Story.Facilitator, new WorkshopClosed()).Stands();
            Assert.Equal([open, false], SharedTexts.Of(story.Now).Select(text => text.IsOpen));
        }
    }
}
