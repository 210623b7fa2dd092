using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>An address tells an organiser nothing of those she does not know; and nobody is appointed by it in the demo.</summary>
public sealed class ColleagueSearchTests(DemoApplication application) : IClassFixture<DemoApplication>
{
    private ColleagueSearch Search => application.Get<ColleagueSearch>();

    [Fact]
    public async Task An_account_the_asker_does_not_know_is_answered_like_no_account()
    {
        var mine = await application.Web.Rooms.GivenGatheringAsync();
        Assert.Equal(default, await FindAsync(mine.Id, mine.Owner, application.Invited.Email!));
        Assert.Equal(default, await FindAsync(mine.Id, mine.Owner, "ingen@kommune.example"));
    }

    [Fact]
    public async Task A_colleague_of_another_gathering_is_found_and_one_of_a_demo_is_not()
    {
        var (trial, before, mine) = (
            await GivenTrialAsync(),
            await application.Web.Rooms.GivenGatheringAsync(),
            new Id<Gathering>(Guid.CreateVersion7())
        );
        var facts = (await application.Web.Rooms.ReadAsync(before.Id)).Facts;
        await application.Web.Rooms.MustKeepAsync(mine, trial.By, new Change.GatheringCreated(facts, IsDemo: false));
        await application.Web.Rooms.MustKeepAsync(
            trial.Id,
            trial.By,
            new Change.StaffAppointed(new(application.Invited.Id), Role.Observer)
        );
        Assert.Equal(default, await FindAsync(mine, trial.By, application.Invited.Email!));

        await application.Web.Rooms.MustKeepAsync(
            before.Id,
            before.Owner,
            new Change.StaffAppointed(new(application.Invited.Id), Role.Observer)
        );
        await application.Web.Rooms.MustKeepAsync(before.Id, before.Owner, new Change.StaffAppointed(trial.By.User, Role.Facilitator));
        Assert.Equal("Bjørn", (await FindAsync(mine, trial.By, application.Invited.Email!)).Colleague?.Name);
        // She is known, and still not appointed by her address where anybody may try.
        Assert.Equal(default, await FindAsync(trial.Id, trial.By, application.Invited.Email!));
    }

    [Fact]
    public async Task Whoever_tries_the_demo_is_offered_a_link_and_no_address()
    {
        using var visitor = application.Browser();
        var mine = (await visitor.SubmitAsync(await visitor.GetAsync("/prov"), "/prov/ny")).Location!.Split('/')[^1];
        var page = (await visitor.GetAsync($"/samling/{mine}/program")).Html;
        Assert.Contains("id=\"kollega-rolle\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"kollega\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_without_end_are_slowed_and_then_refused()
    {
        await using var store = await TestStore.OpenAsync();
        var search = new ColleagueSearch(
            new Colleagues(store.Database),
            store.Database,
            new SignInLimit(Options.Create(new AccessOptions { WrongPasswords = 2 }), new FakeTimeProvider())
        );
        var mine = await application.Web.Rooms.GivenGatheringAsync();
        var view = GatheringView.For(await application.Web.Rooms.ReadAsync(mine.Id), mine.Owner);
        for (var wrong = 0; wrong < 2; wrong++) Assert.Equal(default, await search.FindAsync(view, mine.Owner, $"{wrong}@kommune.example"));
        // The time stands still: whoever is let in to the line waits in it, and the line has an end.
        var waiting = Enumerable.Range(0, 1_000).Select(_ => search.FindAsync(view, mine.Owner, "x@kommune.example")).ToList();
        Assert.Contains(waiting, one => one.IsCompletedSuccessfully && one.Result.TooManyTries);
        Assert.Contains(waiting, one => !one.IsCompleted);
    }

    private async Task<(Id<Gathering> Id, Actor.Account By)> GivenTrialAsync()
    {
        var (id, by) = (new Id<Gathering>(Guid.CreateVersion7()), new Actor.Account(new Id<User>(Guid.CreateVersion7())));
        var facts = GatheringFacts.None with { Title = "Prøv selv", Network = "Nettverket", Date = new DateOnly(2026, 6, 1) };
        await application.Web.Rooms.MustKeepAsync(id, by, new Change.GatheringCreated(facts, IsDemo: true));
        return (id, by);
    }

    private async Task<ColleagueSearchResult> FindAsync(Id<Gathering> gathering, Actor asker, string email) =>
        await Search.FindAsync(GatheringView.For(await application.Web.Rooms.ReadAsync(gathering), asker), asker, email);
}
