using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ExchangeRulesTests
{
    [Fact]
    public void A_challenge_is_private_until_its_party_presents_and_then_stays_open()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Vi kaster for mye", 0))
            .Stands();
        Assert.Equal("", ReadByPartner(story));

        story.Until(PhaseKind.Presentation);
        Assert.Equal("Vi kaster for mye", ReadByPartner(story));

        story.When(Story.Facilitator, new PhaseEntered(2, 1)).Stands();
        Assert.Equal("Vi kaster for mye", ReadByPartner(story));
    }

    [Fact]
    public void In_the_presentation_only_the_one_whose_turn_it_is_is_read_and_then_the_next()
    {
        var story = Story.WithPairs(3).When(Story.From(2), new TextWritten(TextField.Challenge, "Siste", 0)).Until(PhaseKind.Presentation);
        Assert.False(story.WorkOf(1).Presented);

        story.When(Story.From(0), new TurnPassed(Ids.Pair(0), 1)).Stands();
        Assert.True(story.WorkOf(1).Presented);
        Assert.False(story.WorkOf(2).Presented);

        story.When(Story.From(0), new TurnPassed(Ids.Pair(0), 2)).Stands();
        Assert.True(story.WorkOf(2).Presented);
    }

    [Fact]
    public void In_a_trio_each_comments_on_the_one_before_and_the_first_on_the_last()
    {
        var pair = Story.WithPairs(3).Now.Workshop.Pairs[0];
        Assert.Equal(Ids.Party(1), pair.CommenterOf(Ids.Party(0)));
        Assert.Equal(Ids.Party(2), pair.CommenterOf(Ids.Party(1)));
        Assert.Equal(Ids.Party(0), pair.CommenterOf(Ids.Party(2)));
        Assert.All(pair.Members, member => Assert.Equal(member, pair.PresenterFor(pair.CommenterOf(member))));
    }

    [Fact]
    public void The_time_of_a_phase_is_shared_by_the_turns_also_in_a_trio()
    {
        var story = Story.WithPairs(2, 3).Until(PhaseKind.Presentation);
        var (pair, trio) = (story.Now.Workshop.Pairs[0], story.Now.Workshop.Pairs[1]);
        Assert.Equal(TimeSpan.FromMinutes(5), pair.TurnRemaining(story.Now.Workshop.Clock!, story.Clock));
        Assert.Equal(TimeSpan.FromMinutes(10) / 3, trio.TurnRemaining(story.Now.Workshop.Clock!, story.Clock));
    }

    [Fact]
    public void Feedback_is_private_until_it_is_handed_over_and_can_then_be_answered()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Feedback)
            .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Missing, "Hvem betaler?", 0))
            .Stands();
        Assert.True(story.SeenBy(Story.From(0)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).IsEmpty);
        story.When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Godt spørsmål", 0)).IsRefused(RefusalReason.NotYet);

        story.When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands();
        Assert.Equal(
            "Hvem betaler?",
            story.SeenBy(Story.From(0)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).Reply(FeedbackPrompt.Missing).Text.Value
        );

        story.When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Vi tar det med økonomisjefen", 0)).Stands();
        Assert.Equal(
            "Vi tar det med økonomisjefen",
            story.SeenBy(Story.From(1)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).Answer.Text.Value
        );
    }

    [Fact]
    public void Feedback_is_tied_to_the_part_it_is_about()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Feedback)
            .When(
                Story.From(1),
                new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Surprise, "Så lite dere kaster", 0, FeedbackPart.Challenge)
            )
            .Stands()
            .When(
                Story.From(1),
                new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Surprise, "At dere begynner med skolene", 0, FeedbackPart.Solutions)
            )
            .Stands();
        var feedback = story.WorkOf(1).FeedbackTo(Ids.Party(0));
        Assert.Equal("Så lite dere kaster", feedback.Reply(FeedbackPrompt.Surprise, FeedbackPart.Challenge).Text.Value);
        Assert.Equal("At dere begynner med skolene", feedback.Reply(FeedbackPrompt.Surprise, FeedbackPart.Solutions).Text.Value);
        Assert.True(feedback.Reply(FeedbackPrompt.Surprise).Text.IsEmpty);
        Assert.Equal([FeedbackPart.Challenge, FeedbackPart.Solutions], feedback.Written().Select(reply => reply.Part));
    }

    [Fact]
    public void Feedback_from_before_there_were_parts_is_about_the_whole()
    {
        var change = GatheringJson.Read<Change>(
            $$"""{"verb":"feedback-written","to":"{{Ids.Party(0)}}","prompt":"missing","text":"Hvem betaler?","basedOn":0}"""
        );
        var story = Story.WithPairs(2).Until(PhaseKind.Feedback).When(Story.From(1), change).Stands();
        Assert.Equal(
            new FeedbackReply(FeedbackPart.Whole, FeedbackPrompt.Missing, "Hvem betaler?"),
            Assert.Single(story.WorkOf(1).FeedbackTo(Ids.Party(0)).Written())
        );
    }

    [Fact]
    public void Notes_taken_while_listening_are_never_shown_to_anybody_else()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Presentation)
            .When(Story.From(1), new ListeningNoted(Ids.Party(0), "Spør om lageret", 0))
            .Stands();
        story.Until(PhaseKind.Feedback)
            .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Missing, "Lageret", 0)).Stands()
            .When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands();
        Assert.Equal("Spør om lageret", story.SeenBy(Story.From(1)).Work(Ids.Party(1))!.ListeningTo(Ids.Party(0)).Text.Value);
        foreach (var other in new[] { Story.From(0), Story.Facilitator, Story.Observer })
            Assert.Equal("", story.SeenBy(other).Work(Ids.Party(1))!.ListeningTo(Ids.Party(0)).Text.Value);
    }

    [Fact]
    public void Two_colleagues_who_listen_never_write_over_each_other_unseen()
    {
        var story = Story.WithPairs(2).When(Story.From(1), new ListeningNoted(Ids.Party(0), "Den ene", 0)).Stands();
        story.When(Story.From(1), new ListeningNoted(Ids.Party(0), "Den andre", 0)).IsRefused(RefusalReason.ChangedByOther);
        story.When(Story.From(1), new ListeningNoted(Ids.Party(2), "Hei", 0)).IsRefused(RefusalReason.NotPartner);
    }

    [Fact]
    public void Nothing_is_handed_over_when_nothing_is_written() =>
        Story
            .WithPairs(2)
            .Until(PhaseKind.Feedback)
            .When(Story.From(1), new FeedbackHandedOver(Ids.Party(0)))
            .IsRefused(RefusalReason.Empty);

    [Fact]
    public void Feedback_is_for_the_partner_only() =>
        Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Feedback)
            .When(Story.From(0), new FeedbackWritten(Ids.Party(2), FeedbackPrompt.Surprise, "Hei", 0))
            .IsRefused(RefusalReason.NotPartner);

    [Fact]
    public void Two_colleagues_never_write_over_each_other_unseen()
    {
        var story = Story.WithPairs(2).When(Story.From(0), new TextWritten(TextField.Solutions, "Den ene", 0)).Stands();
        story.When(Story.From(0), new TextWritten(TextField.Solutions, "Den andre", 0)).IsRefused(RefusalReason.ChangedByOther);
        Assert.Equal("Den ene", story.WorkOf(0).Text(TextField.Solutions).Text.Value);
        story.When(Story.From(0), new TextWritten(TextField.Solutions, "Begge", 1)).Stands();
    }

    [Theory]
    [InlineData(6_000, true)]
    [InlineData(6_001, false)]
    public void A_text_may_be_as_long_as_the_limit_and_not_longer(int length, bool stands)
    {
        var story = Story.WithPairs(2).When(Story.From(0), new TextWritten(TextField.Challenge, new string('å', length), 0));
        Assert.Equal(stands, story.Refusal is null);
        if (!stands) Assert.Equal(Limits.Text, story.Refusal!.Limit);
    }

    [Fact]
    public void The_writing_follows_the_municipality_to_a_new_partner()
    {
        var story = Story
            .WithPairs(2, 2)
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Mangler lager"))
            .Stands();
        story.When(Story.Facilitator, new PairsProposed(
        [
            new Pair(Ids.Pair(8), [Ids.Party(0), Ids.Party(3)], []),
            new Pair(Ids.Pair(9), [Ids.Party(1), Ids.Party(2)], []),
        ])).When(Story.Facilitator, new PairsShown()).Stands();

        var view = story.SeenBy(Story.From(3));
        Assert.Equal("Mangler lager", Assert.Single(view.Board(view.OwnPair!)).Note.Text.Value);
    }

    [Fact]
    public void A_promise_is_made_when_the_summary_is_reached()
    {
        var promise = new CommitmentMade(new Commitment("Kartlegge lagerplass", "Eiendomssjefen", new DateOnly(2021, 9, 1)));
        Story.WithPairs(2).Until(PhaseKind.Board).When(Story.From(0), promise).IsRefused(RefusalReason.NotYet);
        Story.WithPairs(2).Until(PhaseKind.Summary).When(Story.From(0), promise).Stands();
    }

    private static string ReadByPartner(Story story) =>
        story.SeenBy(Story.From(1)).Work(Ids.Party(0))!.Text(TextField.Challenge).Text.Value;
}
