using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rehearsal;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Rehearsal;

/// <summary>A whole rehearsal in the real application: the simulated come, share and write; and nothing of it is left.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task It_is_played_from_start_to_end_and_erased_whole()
    {
        await using var application = TestApplication.Started();
        var held = await application.Rooms.GivenGatheringAsync("Stad", "Arendal", "Bergen", "Asker", "Re");
        await application.Rooms.MustKeepAsync(held.Id, held.Owner, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        var rehearsals = application.Services.GetRequiredService<Rehearsals>();
        var id = new Id<Gathering>(Guid.CreateVersion7());
        await application.Rooms.MustKeepAsync(
            held.Id, new Actor.Application(), new FaceTaken(NetworkFace.None with { Name = "Kystnettet", Primary = "#0b5563" }));
        var original = GatheringView.For(await application.Rooms.ReadAsync(held.Id), held.Owner);
        Assert.IsType<Reply.Kept>(await rehearsals.MakeAsync(original, held.Owner, id, "Generalprøve", 20));
        // The form sent twice makes one.
        Assert.IsType<Reply.Kept>(await rehearsals.MakeAsync(original, held.Owner, id, "Generalprøve", 20));

        Assert.Equal(original.Face, (await application.Rooms.ReadAsync(id)).Face);
        rehearsals.Play(await application.Rooms.ReadAsync(id), 20);
        var come = await UntilAsync(application, id, gathering => Joined(gathering).Count == 3);
        await LeadAsync(
            new PairsProposed([new Pair(new Id<Pair>(Guid.NewGuid()), [.. Joined(come)], [])]),
            new PairsShown(),
            new PhaseEntered(-1, 0),
            new PhaseEntered(0, 1)
        );
        await UntilAsync(
            application,
            id,
            gathering => gathering.Workshop.Work.Values.Count(work => !work.Text(TextField.Challenge).Text.IsEmpty) == 3
        );
        await LeadAsync(new PhaseEntered(1, 2));
        // The one who comes late comes now, and the last of the invited never does.
        await UntilAsync(application, id, gathering => Joined(gathering).Count == 4);
        await LeadAsync(new PhaseEntered(2, 4));
        var written = await UntilAsync(application, id, gathering => gathering.Workshop.Work.Values.Sum(work => work.Notes.Count) >= 3);
        Assert.True(GatheringView.For(written, held.Owner).IsRehearsal);
        Assert.DoesNotContain(written.PartiesInOrder.Last().Id, Joined(written));

        // It is no part of what has been held.
        var history = application.Services.CreateScope().ServiceProvider.GetRequiredService<IPairingHistory>();
        Assert.Empty(await history.BeforeAsync(GatheringView.For(await application.Rooms.ReadAsync(held.Id), held.Owner)));

        Assert.IsType<Reply.Kept>(await rehearsals.EraseAsync(id, held.Owner));
        Assert.Null(rehearsals.RunningIn(id));
        Assert.Equal(
            new Reply.Refused(new Refusal(RefusalReason.NoSuchGathering)),
            await application.SubmitAsync(id, held.Owner, new MessageSent("Hei"))
        );
        foreach (var (table, rows) in await application.RowsOfAsync(id)) Assert.True(rows == 0, $"{rows} rows are left in {table}.");
        Assert.Contains(await application.RowsOfAsync(held.Id), there => there is { Table: "Log", Rows: > 0 });
        Assert.True((await application.Rooms.ReadAsync(held.Id)).Exists);

        async Task LeadAsync(params Change[] changes)
        {
            foreach (var change in changes) await application.Rooms.MustKeepAsync(id, held.Owner, change);
        }
    }

    [Fact]
    public async Task It_leads_itself_from_the_start_to_the_end_and_a_person_takes_over_by_leading()
    {
        await using var application = TestApplication.Started();
        var held = await application.Rooms.GivenGatheringAsync("Stad", "Arendal", "Bergen", "Asker", "Re", "Voss");
        await application.Rooms.MustKeepAsync(held.Id, held.Owner, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        var rehearsals = application.Services.GetRequiredService<Rehearsals>();
        var original = GatheringView.For(await application.Rooms.ReadAsync(held.Id), held.Owner);

        var whole = await PlayedAsync();
        var over = await UntilAsync(application, whole, gathering => gathering.Workshop.ClosedAt is not null);
        Assert.Equal(PhasePlans.Full.Count - 1, over.Workshop.Position);
        Assert.Equal(2, over.Workshop.Pairs.Count);
        var paired = over.Workshop.Pairs.SelectMany(pair => pair.Members).Select(over.Workshop.WorkOf).ToList();
        Assert.All(
            paired,
            work => Assert.Contains(work.Feedback.Values, given => given.HandedOverAt is not null && !given.Answer.Text.IsEmpty)
        );
        Assert.All(paired, work => Assert.NotNull(work.Commitment));
        // The unsure one asked, and was answered.
        Assert.Contains(paired, work => work is { Help: null, Messages.IsEmpty: false });
        await UntilLedByPeopleAsync(whole);

        var taken = await PlayedAsync();
        await UntilAsync(application, taken, gathering => gathering.Workshop.Phase?.Kind == PhaseKind.Writing);
        await application.Rooms.MustKeepAsync(taken, held.Owner, new MessageSent("Nå leder jeg."));
        await UntilLedByPeopleAsync(taken);
        Assert.NotNull(rehearsals.RunningIn(taken));
        // It can be let go again.
        await rehearsals.LeadItselfAsync(rehearsals.RunningIn(taken)!, held.Owner);
        await UntilAsync(application, taken, gathering => gathering.Workshop.Phase?.Kind == PhaseKind.Feedback);

        async Task<Id<Gathering>> PlayedAsync()
        {
            var id = new Id<Gathering>(Guid.CreateVersion7());
            Assert.IsType<Reply.Kept>(await rehearsals.MakeAsync(original, held.Owner, id, "Generalprøve", 20));
            await rehearsals.LeadItselfAsync(rehearsals.Play(await application.Rooms.ReadAsync(id), 150), held.Owner);
            return id;
        }

        async Task UntilLedByPeopleAsync(Id<Gathering> id)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            rehearsals.Changed += Look;
            Look(id);
            await changed.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            rehearsals.Changed -= Look;

            void Look(Id<Gathering> which)
            {
                if (which == id && !rehearsals.LeadsItself(id)) changed.TrySetResult();
            }
        }
    }

    [Fact]
    public async Task What_was_really_held_is_not_erased()
    {
        await using var application = TestApplication.Started();
        var held = await application.Rooms.GivenGatheringAsync();
        Assert.Equal(
            new Reply.Refused(new Refusal(RefusalReason.NotAllowed)),
            await application.Services.GetRequiredService<Rehearsals>().EraseAsync(held.Id, held.Owner)
        );
        Assert.True((await application.Rooms.ReadAsync(held.Id)).Exists);
    }

    private static ImmutableHashSet<Id<Party>> Joined(Gathering gathering) =>
        [.. gathering.People.Values.Select(membership => membership.Party)];

    private static async Task<Gathering> UntilAsync(TestApplication application, Id<Gathering> id, Func<Gathering, bool> isSo)
    {
        var seen = new TaskCompletionSource<Gathering>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var following = await application.Rooms.FollowAsync(id, static _ => true, (gathering, _) =>
        {
            if (isSo(gathering)) seen.TrySetResult(gathering);
            return Task.CompletedTask;
        });
        if (isSo(following.Current)) return following.Current;
        return await seen.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }
}
