using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Networks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>What the years of a network tell its people.</summary>
public sealed class NetworkHistoryTests
{
    [Fact]
    public async Task Its_years_tell_what_the_steps_took_and_who_has_met_whom_by_the_newest_name()
    {
        // The clock moves by minutes only: over a year, every timer of the service would ring.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 3, 8, 0, 0, TimeSpan.Zero));
        await using var application = TestApplication.Started(time: time);
        var her = NetworkActs.Somebody();
        await HoldAsync(2024, [("Eid", null), ("Arendal", null)], [5, 8, 10, 14]);
        await HoldAsync(2025, [("Stad", "4649"), ("Arendal kommune", null)], [5, 8, 10, 15]);
        var id = await HoldAsync(2026, [("Stad", "4649"), ("Arendal", null)], [5, 9, 10, 16]);
        var network = await application.NetworkOfAsync(id);
        var history = application.Services.GetRequiredService<NetworkHistory>();

        var gatherings = await history.GatheringsAsync(await application.Networks().ViewAsync(network, her));
        Assert.Equal([2026, 2025, 2024], gatherings.Select(there => there.View.Facts.Date.Year));
        Assert.All(gatherings, there => Assert.Equal(GatheringState.Held, there.State));
        var lesson = Assert.Single(
            (await history.LessonsAsync(PhasePlans.Full, gatherings)).Lessons,
            lesson => lesson.Kind == PlanLessonKind.MoreTime
        );
        Assert.Equal((PhaseKind.Feedback, 15, 3, 14, 16), (lesson.Phase.Kind, lesson.Minutes, lesson.Times, lesson.Least, lesson.Most));

        var met = NetworkHistory.MeetingsOf(gatherings);
        Assert.Equal(["Arendal", "Eid", "Stad"], met.Parties.Select(party => party.Name));
        Assert.Equal(3, met.Gatherings.Count);
        // Strangers are told nothing of it.
        Assert.Empty(await history.GatheringsAsync(await application.Networks().ViewAsync(network, NetworkActs.Somebody())));

        async Task<Id<Gathering>> HoldAsync(int year, (string Name, string? Number)[] names, int[] minutes)
        {
            var id = await application.MakeAsync(her, "Klimanettverket", year);
            var parties = names.Select(_ => new Id<Party>(Guid.CreateVersion7())).ToList();
            await DoAsync(new Change.WorkshopPlanned("ombruk", PhasePlans.Full));
            foreach (var (place, (name, number)) in names.Index())
                await DoAsync(new Change.PartyInvited(parties[place], name, number, PartyKind.Municipality, null));
            await DoAsync(new Change.PairsProposed([new Pair(new Id<Pair>(Guid.CreateVersion7()), [.. parties], [])]));
            await DoAsync(new Change.PairsShown());
            foreach (var (place, length) in minutes.Index())
            {
                await DoAsync(new Change.PhaseEntered(place - 1, place));
                time.Advance(TimeSpan.FromMinutes(length));
            }

            await DoAsync(new Change.WorkshopClosed());
            return id;

            Task<long> DoAsync(Change change) => application.Rooms.MustKeepAsync(id, her, change);
        }
    }
}
