using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ExchangeRulesTests
{
    [Fact]
    public void A_challenge_is_private_until_its_party_presents_and_then_stays_open()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Writing).When(Story.From(0), new TextWritten(TextField.Challenge, "Vi kaster for mye", 0)).Stands();
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
        var story = Story.WithPairs(2).Until(PhaseKind.Feedback).When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Missing, "Hvem betaler?", 0)).Stands();
        Assert.True(story.SeenBy(Story.From(0)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).IsEmpty);
        story.When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Godt spørsmål", 0)).IsRefused(RefusalReason.NotYet);

        story.When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands();
        Assert.Equal("Hvem betaler?", story.SeenBy(Story.From(0)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).Reply(FeedbackPrompt.Missing).Text.Value);

        story.When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Vi tar det med økonomisjefen", 0)).Stands();
        Assert.Equal("Vi tar det med økonomisjefen", story.SeenBy(Story.From(1)).Work(Ids.Party(1))!.FeedbackTo(Ids.Party(0)).Answer.Text.Value);
    }

    [Fact]
    public void Nothing_is_handed_over_when_nothing_is_written() =>
        Story.WithPairs(2).Until(PhaseKind.Feedback).When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).IsRefused(RefusalReason.Empty);

    [Fact]
    public void Feedback_is_for_the_partner_only() =>
        Story.WithPairs(2, 2).Until(PhaseKind.Feedback).When(Story.From(0), new FeedbackWritten(Ids.Party(2), FeedbackPrompt.Surprise, "Hei", 0)).IsRefused(RefusalReason.NotPartner);

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
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board).When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Mangler lager")).Stands();
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

    private static string ReadByPartner(Story story) => story.SeenBy(Story.From(1)).Work(Ids.Party(0))!.Text(TextField.Challenge).Text.Value;
}
