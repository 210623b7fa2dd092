using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Demo;
using DelingIPraksis.Web.Rehearsal;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Demo;

/// <summary>
/// Who tries the demo has rights in her own demo gatherings and nowhere else; and a demo that is switched off leaves nothing.
/// </summary>
public sealed class DemoTests(DemoApplication application) : IClassFixture<DemoApplication>
{
    [Fact]
    public async Task A_visitor_leads_her_own_gathering_and_knows_no_other()
    {
        using var one = application.Browser();
        using var other = application.Browser();
        var (mine, others) = (await BeginAsync(one), await BeginAsync(other));

        var asGuid = Guid.Parse(mine).ToString("D");
        Assert.Equal(
            $"/samling/{mine}/konsoll",
            (await one.SubmitAsync(await one.GetAsync($"/prov/{mine}"), $"/prov/{asGuid}/fasilitator")).Location
        );
        foreach (var part in new[] { "konsoll", "program", "rapport", "invitasjon", "generalprove" })
        {
            Assert.Equal(HttpStatusCode.OK, (await one.GetAsync($"/samling/{mine}/{part}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"/samling/{others}/{part}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"/samling/{DemoGatherings.Running}/{part}")).Status);
        }

        var list = (await one.GetAsync("/samlinger")).Html;
        Assert.Contains(mine, list, StringComparison.Ordinal);
        Assert.DoesNotContain(others, list, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoGatherings.Running.ToString(), list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_looks_at_a_copy_of_the_one_in_the_middle_that_is_hers_alone()
    {
        using var one = application.Browser();
        using var other = application.Browser();
        var console = (await one.SubmitAsync(await one.GetAsync("/prov"), "/prov/midt-i")).Location!;
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync(console)).Status);
        // Once more is the same one.
        Assert.Equal(console, (await one.SubmitAsync(await one.GetAsync("/prov"), "/prov/midt-i")).Location);
        Assert.NotEqual(console, (await other.SubmitAsync(await other.GetAsync("/prov"), "/prov/midt-i")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(console)).Status);
    }

    [Fact]
    public async Task The_printed_sign_in_leads_the_gatherings_that_the_demo_is_delivered_with()
    {
        using var browser = await application.GivenDemoAccountAsync();
        foreach (var example in new[] { DemoGatherings.Running, DemoGatherings.Ready, DemoGatherings.Finished })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/samling/{example}/konsoll")).Status);
        var promises = (await browser.GetAsync($"/samling/{DemoGatherings.Finished}/lofter")).Html;
        Assert.Contains("2 løfter fra 2 deltakere", promises, StringComparison.Ordinal);
        Assert.Contains("1. oktober 2021 · I gang", promises, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_who_tries_the_demo_stays_who_she_is()
    {
        using var browser = await application.GivenSignedInAsync(application.Invited);
        var mine = await BeginAsync(browser);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/samling/{mine}/konsoll")).Status);
        Assert.Contains("bjorn@kommune.example", (await browser.GetAsync("/konto")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demos_reports_are_not_among_the_networks_own_and_are_read_from_the_demo()
    {
        using var browser = application.Browser();
        foreach (var page in new[] { "/", "/rapporter", "/rapporter/atom.xml" })
            Assert.DoesNotContain("kortreist-kvalitetssamling", (await browser.GetAsync(page)).Html, StringComparison.Ordinal);
        var report = System
            .Text.RegularExpressions.Regex.Match((await browser.GetAsync("/prov")).Html, "href=\"(rapporter/[^\"]+)\"")
            .Groups[1]
            .Value;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(report)).Status);
    }

    [Fact]
    public async Task A_visitor_who_publishes_and_withdraws_is_not_heard_of_among_the_networks()
    {
        using var visitor = application.Browser();
        var id = Id<Gathering>.Parse(await BeginAsync(visitor), null);
        var gathering = await application.Web.Rooms.ReadAsync(id);
        var owner = new Actor.Account(Assert.Single(gathering.Staff).Key);
        foreach (var change in new Change[]
        {
            new Change.GatheringDescribed(gathering.Facts with { Network = "Bystyret lyver" }),
            new Change.ReportPublished(),
            new Change.ReportWithdrawn(),
        }) await application.Web.Rooms.MustKeepAsync(id, owner, change);
        using var browser = application.Browser();
        const string Network = "/rapporter/nettverk/bystyret-lyver";
        foreach (var page in new[] { "/rapporter", "/rapporter/atom.xml", Network, $"{Network}/atom.xml" })
        {
            var shown = await browser.GetAsync(page);
            Assert.DoesNotContain("Bystyret lyver", shown.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("trukket tilbake", shown.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_clock_that_leaps_takes_no_visitors_gathering_before_it_is_believed()
    {
        var data = Directory.CreateTempSubdirectory("deling-demo-").FullName;
        try
        {
            Id<Gathering> mine;
            await using (var before = TestApplication.Started(data, new FakeTimeProvider(DateTimeOffset.UtcNow), demo: true))
            {
                using var visitor = new Browser(before.Address);
                mine = Id<Gathering>.Parse(await BeginAsync(visitor), null);
            }

            await using var wrong = TestApplication.Started(data, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(400)), demo: true);
            Assert.Equal(0, await wrong.Services.GetRequiredService<DemoCleanup>().EraseOldAsync([]));
            Assert.True((await wrong.Rooms.ReadAsync(mine)).Exists);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task One_address_makes_only_so_many()
    {
        await using var web = new TestApplication(demo: true, settings: ("Access:DemosPerAddress", "3")).Start();
        for (var visit = 0; visit < 3; visit++)
        {
            using var visitor = new Browser(web.Address);
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SubmitAsync(await visitor.GetAsync("/prov"), "/prov/ny")).Status);
        }

        using var next = new Browser(web.Address);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await next.SubmitAsync(await next.GetAsync("/prov"), "/prov/ny")).Status);
    }

    [Fact]
    public async Task A_visitors_gathering_goes_after_a_day_and_what_the_demo_is_delivered_with_stays()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var web = TestApplication.Started(time: time, demo: true);
        using var visitor = new Browser(web.Address);
        var mine = await BeginAsync(visitor);
        var real = await web.Rooms.GivenGatheringAsync();
        var rehearsal = new Id<Gathering>(Guid.CreateVersion7());
        var facts = (await web.Rooms.ReadAsync(real.Id)).Facts;
        await web.Rooms.MustKeepAsync(rehearsal, real.Owner, new Change.GatheringCreated(facts, IsDemo: true, real.Id));

        time.Advance(DemoCleanup.Lifetime + DemoService.Pause + DemoService.Pause);
        await UntilAsync(async () => !(await web.Rooms.ReadAsync(Id<Gathering>.Parse(mine, null))).Exists);

        foreach (var kept in new[] { DemoGatherings.Running, DemoGatherings.Finished, real.Id, rehearsal })
            Assert.True((await web.Rooms.ReadAsync(kept)).Exists);
    }

    [Fact]
    public async Task A_start_without_the_demo_knows_nothing_of_it()
    {
        var data = Directory.CreateTempSubdirectory("deling-demo-").FullName;
        try
        {
            string password;
            Id<Gathering> real;
            await using (var with = TestApplication.Started(data, demo: true))
            {
                password = with.Services.GetRequiredService<DemoGatherings>().Password;
                real = (await with.Rooms.GivenGatheringAsync()).Id;
            }

            await using var without = TestApplication.Started(data);
            Assert.Equal((4, true), without.Services.GetRequiredService<DemoService>().Ended);
            using var browser = new Browser(without.Address);
            var refused = await browser.SubmitAsync(
                await browser.GetAsync("/logg-inn"),
                "logg-inn",
                ("epost", DemoAccount.Email),
                ("passord", password)
            );
            Assert.Contains("E-posten eller passordet stemmer ikke.", refused.Html, StringComparison.Ordinal);
            await using var context = await without
                .Services.GetRequiredService<IDbContextFactory<AppDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken);
            Assert.Equal(
                [real],
                await context.Gatherings.Select(gathering => gathering.Id).ToListAsync(TestContext.Current.CancellationToken)
            );
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/samling/{DemoGatherings.Running}/vegg")).Status);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_demo_gathering_has_one_rehearsal_however_often_the_form_is_sent()
    {
        using var visitor = application.Browser();
        var mine = await BeginAsync(visitor);
        var first = await RehearseAsync(visitor, mine);
        Assert.Equal(first, await RehearseAsync(visitor, mine));
        var rehearsals = application.Get<Rehearsals>();
        var (by, view) = await ViewedAsync(application.Web, mine);
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => rehearsals.MakeAsync(view, by, new Id<Gathering>(Guid.CreateVersion7()), "Enda en", 5))
        );
        Assert.All(replies, reply => Assert.Equal(new Reply.Refused(new Refusal(RefusalReason.TooMany)), reply));

        // One that is erased gives room for another.
        await rehearsals.EraseAsync(Id<Gathering>.Parse(first.Split('/')[^2], null), by);
        Assert.NotEqual(first, await RehearseAsync(visitor, mine));
    }

    [Fact]
    public async Task A_rehearsal_goes_with_its_gathering_and_so_does_one_whose_gathering_is_gone()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var web = TestApplication.Started(time: time, demo: true);
        using var visitor = new Browser(web.Address);
        var mine = await BeginAsync(visitor);
        time.Advance(DemoCleanup.Lifetime - TimeSpan.FromMinutes(30));
        var (by, view) = await ViewedAsync(web, mine);
        var (late, orphan) = (new Id<Gathering>(Guid.CreateVersion7()), new Id<Gathering>(Guid.CreateVersion7()));
        Assert.IsType<Reply.Kept>(await web.Services.GetRequiredService<Rehearsals>().MakeAsync(view, by, late, "Generalprøve", 5));
        await web.Rooms.MustKeepAsync(
            orphan,
            by,
            new Change.GatheringCreated(view.Facts, IsDemo: true, new Id<Gathering>(Guid.CreateVersion7()))
        );

        time.Advance(TimeSpan.FromMinutes(31));
        await web.Services.GetRequiredService<DemoCleanup>().EraseOldAsync(web.Services.GetRequiredService<DemoGatherings>().Examples);
        foreach (var gone in new[] { view.Id, late, orphan }) Assert.False((await web.Rooms.ReadAsync(gone)).Exists);
    }

    private static async Task<string> RehearseAsync(Browser visitor, string gathering) =>
        (
            await visitor.SubmitAsync(await visitor.GetAsync($"/samling/{gathering}/generalprove"), "generalprove", ("Asked.Speed", "5"))
        ).Location!;

    private static async Task<(Actor By, GatheringView View)> ViewedAsync(TestApplication web, string id)
    {
        var gathering = await web.Rooms.ReadAsync(Id<Gathering>.Parse(id, null));
        var by = new Actor.Account(gathering.Staff.Keys.First());
        return (by, GatheringView.For(gathering, by));
    }

    private static async Task<string> BeginAsync(Browser browser) =>
        Guid.Parse((await browser.SubmitAsync(await browser.GetAsync("/prov"), "/prov/ny")).Location!.Split('/')[^1]).ToString("N");

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}
