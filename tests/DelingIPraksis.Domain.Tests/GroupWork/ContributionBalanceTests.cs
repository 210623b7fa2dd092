using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.GroupWork;

public sealed class ContributionBalanceTests
{
    private static readonly Gen<int[]> Amounts = Gen.Int[0, 20].Array[2, 3];

    [Theory]
    [InlineData(0, 3, null)]
    [InlineData(0, 4, 0)]
    [InlineData(1, 4, 0)]
    [InlineData(2, 6, null)]
    [InlineData(2, 7, 0)]
    [InlineData(9, 2, 1)]
    public void The_one_who_has_less_than_a_third_is_asked_when_the_other_has_said_enough(int one, int other, int? quieter) =>
        Assert.Equal(quieter, LeastActive(one, other));

    [Fact]
    public void Of_three_it_is_the_quietest() => Assert.Equal(2, LeastActive(9, 2, 1));

    [Fact]
    public void Whoever_is_asked_has_the_least_and_nobody_is_asked_when_all_are_within_a_third() => Amounts.Sample(amounts =>
    {
        var uneven = amounts.Max() >= ContributionBalance.Notes && amounts.Min() * 3 < amounts.Max();
        return LeastActive(amounts) is { } quieter ? uneven && amounts[quieter] == amounts.Min() : !uneven;
    });

    [Fact]
    public void A_note_from_the_quietest_never_makes_it_less_even() => Amounts.Sample(amounts =>
    {
        if (LeastActive(amounts) is not null) return true;
        amounts[Array.IndexOf(amounts, amounts.Min())]++;
        return LeastActive(amounts) is null;
    });

    [Fact]
    public void A_board_and_the_feedback_are_measured_for_those_who_may_see_them()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board);
        for (var note = 1; note <= 4; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Barriere {note}")).Stands();
        story.When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Missing, new string('x', 400), 0)).Stands();
        var pair = story.Now.Workshop.Pairs[0];
        foreach (var actor in new[] { Story.From(0), Story.From(1), Story.Facilitator })
            Assert.Equal(
                (Ids.Party(1), Ids.Party(0)),
                (story.SeenBy(actor).LeastActiveOnBoard(pair), story.SeenBy(actor).LeastActiveInFeedback(pair))
            );
        Assert.Equal(
            (null, null),
            (story.SeenBy(Story.From(2)).LeastActiveOnBoard(pair), story.SeenBy(Story.From(2)).LeastActiveInFeedback(pair))
        );
        story.When(Story.From(0), new NoteDeleted(Ids.Note(1)));
        Assert.Null(story.SeenBy(Story.From(1)).LeastActiveOnBoard(pair));
    }

    private static int? LeastActive(params int[] amounts)
    {
        var members = amounts.Select((_, index) => Ids.Party(index)).ToImmutableList();
        var quieter = ContributionBalance.LeastActive(
            members.ToDictionary(member => member, member => amounts[members.IndexOf(member)]),
            members,
            ContributionBalance.Notes
        );
        return quieter is { } party ? members.IndexOf(party) : null;
    }
}
