using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Programme.Plan;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>A round more in the plan: the exchange once more, with new partners.</summary>
public sealed class PlanRoundsTests
{
    [Fact]
    public void A_round_more_is_the_exchange_once_more_right_after_it()
    {
        var two = PlanRounds.WithOneMore(PhasePlans.Full);
        Assert.Equal(
            "CheckIn Writing Presentation Feedback Board Prioritising *Presentation Feedback Board Prioritising Plenary Summary",
            Told(two)
        );
        Assert.Equal(PhasePlans.Full.Sum(phase => phase.Minutes) + 36, two.Sum(phase => phase.Minutes));
        Assert.Equal(3, PlanRounds.CountOf(PlanRounds.WithOneMore(two)));
        Assert.Equal("CheckIn Board *Board", Told(PlanRounds.WithOneMore([new(PhaseKind.CheckIn, 5), new(PhaseKind.Board, 5)])));
    }

    [Fact]
    public void A_phase_that_is_moved_past_the_beginning_of_a_round_comes_into_the_other_round()
    {
        ImmutableList<Phase> plan = [new(PhaseKind.Feedback, 5), new(PhaseKind.Board, 6), new(PhaseKind.Feedback, 7) { NewRound = true }];
        Assert.Equal("Feedback Feedback *Board", Told(PlanRounds.Moved(plan, 2, 1)));
    }

    [Fact]
    public void A_round_whose_first_phase_is_taken_out_begins_with_the_next()
    {
        var two = PlanRounds.WithOneMore(PhasePlans.Full);
        Assert.Equal(
            "CheckIn Writing Presentation Feedback Board Prioritising *Feedback Board Prioritising Plenary Summary",
            Told(PlanRounds.Without(two, 6))
        );
        ImmutableList<Phase> last = [new(PhaseKind.Board, 5), new(PhaseKind.Board, 5) { NewRound = true }, new(PhaseKind.Summary, 5)];
        Assert.Equal("Board Summary", Told(PlanRounds.Without(last, 1)));
    }

    private static string Told(ImmutableList<Phase> plan) =>
        string.Join(' ', plan.Select(phase => $"{(phase.NewRound ? "*" : "")}{phase.Kind}"));
}
