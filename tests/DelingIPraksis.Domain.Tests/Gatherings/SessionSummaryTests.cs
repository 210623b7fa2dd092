using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class SessionSummaryTests
{
    [Fact]
    public void It_tells_what_took_longer_than_planned_and_passes_over_a_press_too_many()
    {
        var story = Story.WithPairs(2)
            .When(Story.Facilitator, new PhaseEntered(-1, 0)).Stands().After(TimeSpan.FromMinutes(9))
            .When(Story.Facilitator, new PhaseEntered(0, 2)).Stands().After(TimeSpan.FromSeconds(25))
            .When(Story.Facilitator, new PhaseEntered(2, 1)).Stands().After(TimeSpan.FromMinutes(6))
            .When(Story.Facilitator, new WorkshopClosed()).Stands();
        var summary = SessionSummary.Of(story.Now, story.Log, story.Clock.AddHours(1));
        Assert.Equal(
            [(PhaseKind.CheckIn, 4.0), (PhaseKind.Writing, -2.0)],
            summary.Phases.Select(stay => (stay.Kind, stay.Over.TotalMinutes))
        );
        Assert.Equal((13.0, 15.0), (summary.Planned.TotalMinutes, summary.Took.TotalMinutes));
        Assert.Equal(
            (summary.Plan.Count - 2, summary.Plan.Sum(phase => phase.Minutes)),
            (summary.Skipped, (int)summary.TotalPlanned.TotalMinutes)
        );
    }

    [Fact]
    public void A_phase_that_goes_on_has_lasted_until_now()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.CheckIn);
        Assert.Equal(7, Assert.Single(SessionSummary.Of(story.Now, story.Log, story.Clock.AddMinutes(7)).Phases).Took.TotalMinutes);
    }

    [Fact]
    public void It_tells_who_came_with_how_many_when_and_what_they_did()
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board)
            .When(Story.Organiser, new PartyInvited(Ids.Party(9), "Borte kommune", null, PartyKind.Municipality, null)).Stands()
            .When(Story.Application, new PersonJoined(Ids.Person(20), Ids.Party(0))).Stands()
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
        var summary = SessionSummary.Of(story.Now, story.Log, story.Clock);
        var first = summary.Parties[0];
        Assert.Equal(
            (2, Story.Start, 1, "Kommune 1"),
            (first.People, first.Arrived, first.Progress.Barriers, Assert.Single(first.Partners).Name.Value)
        );
        Assert.False(summary.Parties[^1].Attended);
        Assert.Empty(summary.Parties[^1].Partners);
    }
}
