using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>
/// What the facilitator says to the screens: nothing that is said pushes away what was said before, and all of it ends with its step.
/// </summary>
public sealed class MessageRulesTests
{
    private const int Writing = 1;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void The_answer_to_who_asks_for_help_stands_beside_what_is_said_to_all_afterwards()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.From(1), new HelpAsked(HelpReason.Unsure))
            .When(Story.Facilitator, new HelpAnswered(Ids.Party(1), "Vi kommer"))
            .Stands();
        story
            .When(Story.Facilitator, new MessageSent("Fem minutter igjen"))
            .When(Story.Facilitator, new MessageSent("To minutter til", [Ids.Party(1), Ids.Party(2)]))
            .Stands();
        Assert.Equal(["To minutter til", "Fem minutter igjen", "Vi kommer"], SeenFrom(story, 1));
        Assert.Equal(["To minutter til", "Fem minutter igjen"], SeenFrom(story, 2));
        Assert.Equal(["Fem minutter igjen"], SeenFrom(story, 0));
        Assert.Equal("Fem minutter igjen", story.SeenBy(Story.Facilitator).Message!.Text.Value);
        Assert.Equal(
            ["Vi kommer", "To minutter til", "To minutter til"],
            story.SeenBy(Story.Facilitator).MessagesToSome.OrderBy(said => said.Message.Sequence).Select(said => said.Message.Text.Value)
        );
        Assert.Empty(story.SeenBy(Story.From(0)).MessagesToSome);
    }

    [Fact]
    public void What_is_said_ends_with_the_step_and_who_comes_later_does_not_meet_it()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new MessageSent("Til alle"))
            .When(Story.Facilitator, new MessageSent("Til én", [Ids.Party(0)]))
            .Stands();
        story.After(Minute).When(Story.Facilitator, new PhaseEntered(Writing, Writing + 1)).Stands();
        Assert.Empty(SeenFrom(story, 0));
        Assert.Empty(story.SeenBy(Story.Facilitator).MessagesToSome);
        Assert.Null(story.SeenBy(Story.Facilitator).Message);
        story.When(Story.Facilitator, new MessageSent("Til alle på dette steget")).Stands();
        Assert.Equal(["Til alle på dette steget"], SeenFrom(story, 0));
        story.After(Minute).When(Story.Facilitator, new WorkshopClosed()).Stands();
        Assert.Empty(SeenFrom(story, 0));
    }

    [Fact]
    public void A_step_that_is_gone_back_to_by_undo_has_its_messages_again()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new MessageSent("Ta dere tid"))
            .After(Minute)
            .When(Story.Facilitator, new PhaseEntered(Writing, Writing + 1))
            .Stands();
        Assert.Empty(SeenFrom(story, 0));
        UndoLast(story);
        Assert.Equal(["Ta dere tid"], SeenFrom(story, 0));
    }

    [Fact]
    public void A_pair_that_was_let_further_has_left_what_was_said_on_the_step_before()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new MessageSent("Til alle"))
            .After(Minute)
            .When(Story.Facilitator, new PairMoved(Ids.Pair(0), Writing, Writing + 1))
            .Stands();
        Assert.Empty(SeenFrom(story, 0));
        Assert.Equal(["Til alle"], SeenFrom(story, 2));
    }

    [Fact]
    public void More_time_and_a_break_take_nothing_away()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new MessageSent("Dere får tid"))
            .After(Minute)
            .When(Story.Facilitator, new TimeAdded(5))
            .Stands();
        story
            .When(Story.Facilitator, new ClockPaused())
            .After(Minute)
            .When(Story.Facilitator, new ClockResumed())
            .When(Story.Facilitator, new TimeAdded(2, Ids.Pair(0)))
            .Stands();
        Assert.Equal(["Dere får tid"], SeenFrom(story, 0));
    }

    [Fact]
    public void What_was_said_by_mistake_is_undone_and_nothing_else()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.Facilitator, new MessageSent("Riktig"))
            .When(Story.Facilitator, new MessageSent("Til én", [Ids.Party(0)]))
            .When(Story.Facilitator, new MessageSent("Galt"))
            .Stands();
        UndoLast(story);
        Assert.Equal(["Til én", "Riktig"], SeenFrom(story, 0));
        story.When(Story.Facilitator, new MessageSent("", [Ids.Party(0)])).Stands();
        Assert.Equal(["Riktig"], SeenFrom(story, 0));
        UndoLast(story);
        Assert.Equal(["Til én", "Riktig"], SeenFrom(story, 0));
        story.When(Story.Facilitator, new MessageSent("")).Stands();
        Assert.Equal(["Til én"], SeenFrom(story, 0));
    }

    [Fact]
    public void An_empty_message_as_earlier_logs_have_it_takes_all_that_was_said_to_all_away() =>
        Assert.Equal(new MessageSent("", null, null), GatheringJson.Read<Change>("""{"verb":"message-sent","text":""}"""));

    [Fact]
    public void The_screens_keep_the_newest()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Writing);
        for (var number = 1; number <= Limits.Messages + 5; number++)
            story.When(Story.Facilitator, new MessageSent($"Melding {number}")).Stands();
        Assert.Equal(Limits.Messages, SeenFrom(story, 0).Count);
        Assert.Equal($"Melding {Limits.Messages + 5}", SeenFrom(story, 0)[0]);
    }

    [Fact]
    public void A_message_is_to_somebody_who_is_invited()
    {
        Story.WithPairs(2).When(Story.Facilitator, new MessageSent("Hei", [Ids.Party(40)])).IsRefused(RefusalReason.NoSuchParty);
        Story.WithPairs(2).When(Story.Facilitator, new MessageSent("Hei", [])).IsRefused(RefusalReason.NoSuchParty);
    }

    private static List<string> SeenFrom(Story story, int party) =>
        [.. story.SeenBy(Story.From(party)).Messages.Select(message => message.Text.Value)];

    private static void UndoLast(Story story)
    {
        var before = Rules.Fold(new Gathering(story.Now.Id), story.Log.SkipLast(1));
        foreach (var change in Undo.Of(before, story.Log[^1], story.Now, story.Clock)) story.When(Story.Facilitator, change).Stands();
    }
}
