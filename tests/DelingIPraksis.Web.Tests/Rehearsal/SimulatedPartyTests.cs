using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rehearsal;
using DelingIPraksis.Web.Tests.Console;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Rehearsal;

public sealed class SimulatedPartyTests
{
    private static readonly PhaseKind[] Phases =
    [
        PhaseKind.Writing,
        PhaseKind.Presentation,
        PhaseKind.Feedback,
        PhaseKind.Board,
        PhaseKind.Prioritising,
        PhaseKind.Summary,
    ];

    [Fact]
    public void Two_that_play_go_through_the_whole_exchange_and_nothing_they_do_is_refused()
    {
        var gathering = TestData.At(PhaseKind.CheckIn, 2);
        foreach (var phase in Phases)
        {
            while (gathering.Workshop.Phase!.Kind != phase)
                gathering = Do(
                    gathering,
                    TestData.Facilitator,
                    new PhaseEntered(gathering.Workshop.Position, gathering.Workshop.Position + 1)
                );
            gathering = PlayOut(gathering);
        }

        foreach (var party in new[] { 0, 1 })
        {
            var work = gathering.Workshop.WorkOf(TestData.Party(party));
            Assert.All(Enum.GetValues<TextField>(), field => Assert.False(work.Text(field).Text.IsEmpty));
            Assert.NotNull(work.FeedbackTo(TestData.Party(1 - party)).HandedOverAt);
            Assert.False(work.FeedbackTo(TestData.Party(1 - party)).Answer.Text.IsEmpty);
            Assert.Equal(4, work.Notes.Count);
            Assert.NotEmpty(work.Promises);
        }

        Assert.Equal(2 * Limits.Votes, gathering.Workshop.Work.Values.Sum(work => work.Notes.Sum(note => note.Votes.Count)));
        Assert.Contains(gathering.Workshop.Work.Values, work => work.Help is not null);
    }

    [Theory]
    [InlineData(2, "Punctual Unsure")]
    [InlineData(3, "Punctual Unsure Punctual")]
    [InlineData(6, "Punctual Unsure Punctual Punctual Late Absent")]
    public void Among_enough_of_them_one_comes_late_and_one_never(int parties, string manners) =>
        Assert.Equal(manners, string.Join(' ', Simulation.Cast(TestData.Planned(parties, 0)).Select(player => player.ParticipantProfile)));

    [Fact]
    public void The_one_who_comes_late_comes_when_the_others_present()
    {
        var late = new SimulatedParty(TestData.Party(0), 0, ParticipantProfile.Late);
        Assert.False(late.Comes(PhaseKind.Writing));
        Assert.True(late.Comes(PhaseKind.Presentation));
        Assert.False(new SimulatedParty(TestData.Party(0), 0, ParticipantProfile.Absent).Comes(PhaseKind.Summary));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(.99)]
    public void The_unsure_asks_for_help_after_its_first_note_whatever_chance_says_and_only_once(double chance)
    {
        var unsure = new SimulatedParty(TestData.Party(0), 0, ParticipantProfile.Unsure);
        var gathering = TestData.At(PhaseKind.Board, 2);
        var asked = 0;
        for (var step = 0; step < 12; step++)
        {
            if (unsure.Next(GatheringView.For(gathering, TestData.From(0)), chance) is not { } change) break;
            if (change is HelpAsked) asked++;
            gathering = Do(gathering, TestData.From(0), change);
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public void Nobody_is_done_with_the_feedback_before_the_partners_has_come_and_is_answered()
    {
        var gathering = TestData.At(PhaseKind.CheckIn, 2);
        foreach (var phase in Phases.TakeWhile(phase => phase != PhaseKind.Board))
        {
            while (gathering.Workshop.Phase!.Kind != phase)
                gathering = Do(
                    gathering,
                    TestData.Facilitator,
                    new PhaseEntered(gathering.Workshop.Position, gathering.Workshop.Position + 1)
                );
            if (phase != PhaseKind.Feedback) gathering = PlayOut(gathering);
        }

        var (first, second) = (
            new SimulatedParty(TestData.Party(0), 0, ParticipantProfile.Punctual),
            new SimulatedParty(TestData.Party(1), 1, ParticipantProfile.Punctual)
        );
        gathering = PlayAlone(gathering, first, 0);
        Assert.NotNull(gathering.Workshop.WorkOf(first.Party).FeedbackTo(second.Party).HandedOverAt);
        Assert.NotEqual(gathering.Workshop.Position, gathering.Workshop.WorkOf(first.Party).DoneAt);

        gathering = PlayAlone(gathering, second, 1);
        Assert.Equal(gathering.Workshop.Position, gathering.Workshop.WorkOf(second.Party).DoneAt);
        gathering = PlayAlone(gathering, first, 0);
        Assert.Equal(gathering.Workshop.Position, gathering.Workshop.WorkOf(first.Party).DoneAt);
        Assert.False(gathering.Workshop.WorkOf(second.Party).FeedbackTo(first.Party).Answer.Text.IsEmpty);
    }

    [Fact]
    public void In_a_pause_and_after_the_end_nobody_does_anything()
    {
        var player = new SimulatedParty(TestData.Party(0), 0, ParticipantProfile.Punctual);
        var paused = Do(TestData.At(PhaseKind.Writing, 2), TestData.Facilitator, new ClockPaused());
        Assert.Null(player.Next(GatheringView.For(paused, TestData.From(0)), 0));
        Assert.Null(player.Next(GatheringView.For(Do(paused, TestData.Facilitator, new WorkshopClosed()), TestData.From(0)), 0));
    }

    private static Gathering PlayAlone(Gathering gathering, SimulatedParty player, int from)
    {
        while (player.Next(GatheringView.For(gathering, TestData.From(from)), 0) is { } change)
            gathering = Do(gathering, TestData.From(from), change);
        return gathering;
    }

    private static Gathering PlayOut(Gathering gathering)
    {
        var players = Simulation.Cast(gathering).ToList();
        var chance = 0.0;
        for (var quiet = 0; quiet < 30; quiet++)
        {
            foreach (var (index, player) in players.Index())
            {
                chance = (chance + .37) % 1;
                if (player.Next(GatheringView.For(gathering, TestData.From(index)), chance) is not { } change) continue;
                gathering = Do(gathering, TestData.From(index), change);
                quiet = 0;
            }
        }

        return gathering;
    }

    private static Gathering Do(Gathering gathering, Actor actor, Change change) => TestData.Fold(gathering, [(actor, change)]);
}
