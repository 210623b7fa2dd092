using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>What a network shows to everybody, to its people, and to nobody.</summary>
[Collection(AccessTogether.Name)]
public sealed partial class NetworkPageTests(AccessApplication application)
{
    private const string Missing = "/nettverk/finnes-ikke-123456";

    private static readonly PublicParts _all = new(Reports: true, Gatherings: true, Members: true, Contact: true);

    [Fact]
    public async Task A_network_that_is_not_public_and_one_that_does_not_exist_get_the_same_answer()
    {
        var site = await NetworkSite.GivenAsync(application, "Hemmelignettverket");
        await site.GivenGatheringAsync(30, "Den hemmelige samlingen");
        var address = await site.AddressAsync();
        using var stranger = application.Browser();
        using var other = await application.GivenSignedInAsync();
        foreach (var browser in new[] { stranger, other })
            foreach (var part in new[] { "", "/kalender.ics", "/atom.xml", "/samlinger", "/folk", "/ny-samling" })
            {
                var hidden = await browser.GetAsync(address + part);
                var missing = await browser.GetAsync($"{Missing}{part}");
                Assert.Equal(missing.Status, hidden.Status);
                Assert.Equal(Bare(missing, Missing), Bare(hidden, address));
                Assert.NotEqual(HttpStatusCode.OK, hidden.Status);
                Assert.DoesNotContain("emmelig", Bare(hidden, address), StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task Everybody_sees_who_it_is_the_next_gathering_and_its_members_and_nobody_the_video_call()
    {
        var site = await NetworkSite.GivenAsync(application);
        await site.KeepAsync(new NetworkChange.Introduced("Elleve kommuner som deler"));
        await site.KeepAsync(new NetworkChange.ContactSet(new NetworkContact("Kari Nordmann", "kari@kommune.example", "")));
        await site.KeepAsync(new NetworkChange.MembersAdded([
            new NetworkMember(new(Guid.CreateVersion7()), "Stad", "4649", PartyKind.Municipality),
            new NetworkMember(new(Guid.CreateVersion7()), "Viken", "30", PartyKind.County, Until: new DateOnly(2023, 12, 31)),
        ]));
        await site.GivenGatheringAsync(400, "Den etter");
        await site.GivenGatheringAsync(30, "Den neste", new Uri("https://video.example/rom"));
        await site.OpenAsync(_all);
        using var stranger = application.Browser();
        var page = await stranger.GetAsync(await site.AddressAsync());
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var words in new[] { "Elleve kommuner som deler", "Den neste", "Stad, Nordfjordeid", "kari@kommune.example" })
            Assert.Contains(words, page.Html, StringComparison.Ordinal);
        foreach (var words in new[] { "Den etter", "Viken", "video.example", "Ny samling", "/folk", "_blazor" })
            Assert.DoesNotContain(words, page.Html, StringComparison.Ordinal);
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        Assert.Contains("Ny samling", (await owner.GetAsync(await site.AddressAsync())).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_a_stable_id_and_a_higher_sequence_after_a_change_and_no_video_call()
    {
        var site = await NetworkSite.GivenAsync(application);
        var next = await site.GivenGatheringAsync(30, "Den neste", new Uri("https://video.example/rom"));
        await site.OpenAsync(_all);
        using var stranger = application.Browser();
        var before = await stranger.GetAsync($"{await site.AddressAsync()}/kalender.ics");
        Assert.StartsWith("text/calendar", before.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains($"UID:{next}@deling-i-praksis", before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example", before.Html, StringComparison.Ordinal);

        var facts = (await site.Web.Rooms.ReadAsync(next)).Facts;
        await site.Web.Rooms.MustKeepAsync(
            next,
            site.Owner,
            new Change.GatheringDescribed(facts with { Date = facts.Date.AddDays(7) }, facts)
        );
        var after = await stranger.GetAsync($"{await site.AddressAsync()}/kalender.ics");
        Assert.Contains($"UID:{next}@deling-i-praksis", after.Html, StringComparison.Ordinal);
        Assert.True(SequenceIn(after) > SequenceIn(before));
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.Equal(after.Header("ETag"), (await stranger.GetAsync($"{await site.AddressAsync()}/kalender.ics")).Header("ETag"));
    }

    [Fact]
    public async Task A_gathering_that_is_erased_before_its_day_is_called_off_in_the_calendar_and_nothing_else_of_it_is_told()
    {
        var site = await NetworkSite.GivenAsync(application);
        var next = await site.GivenGatheringAsync(30, "Den som ble avlyst");
        await site.OpenAsync(_all);
        await site.Web.Rooms.MustKeepAsync(next, site.Owner, new Change.GatheringErased());
        using var stranger = application.Browser();
        var calendar = await stranger.GetAsync($"{await site.AddressAsync()}/kalender.ics");
        Assert.Contains($"UID:{next}@deling-i-praksis", calendar.Html, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", calendar.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Den som ble", calendar.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_address_of_its_reports_leads_on_and_one_name_of_two_networks_stays_where_it_was()
    {
        var name = $"Navnenett {Guid.NewGuid():N}";
        var site = await NetworkSite.GivenAsync(application, name);
        var held = await site.GivenGatheringAsync(-30, "Den første rapporten");
        await site.PublishAsync(held);
        var old = $"/rapporter/nettverk/{name.ToLowerInvariant().Replace(' ', '-')}";
        using var reader = application.Browser();
        Assert.EndsWith(await site.AddressAsync(), $"/{(await reader.GetAsync(old)).Location?.TrimStart('/')}", StringComparison.Ordinal);
        Assert.Contains("Den første rapporten", (await reader.GetAsync(await site.AddressAsync())).Html, StringComparison.Ordinal);
        foreach (var feed in new[] { $"{old}/atom.xml", $"{await site.AddressAsync()}/atom.xml" })
            Assert.Contains("Den første rapporten", (await reader.GetAsync(feed)).Html, StringComparison.Ordinal);

        var another = await NetworkSite.GivenAsync(application, name);
        var other = await another.GivenGatheringAsync(-20, "Den andres rapport");
        await another.PublishAsync(other);
        var both = await reader.GetAsync(old);
        Assert.Contains("Den første rapporten", both.Html, StringComparison.Ordinal);
        Assert.Contains("Den andres rapport", both.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Den andres", (await reader.GetAsync(await site.AddressAsync())).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_whose_reports_are_all_withdrawn_tells_those_who_followed_it()
    {
        var site = await NetworkSite.GivenAsync(application);
        var held = await site.GivenGatheringAsync(-30, "Rapporten som ble trukket");
        await site.PublishAsync(held);
        await site.Web.Rooms.MustKeepAsync(held, site.Owner, new Change.ReportWithdrawn());
        using var reader = application.Browser();
        var feed = await reader.GetAsync($"{await site.AddressAsync()}/atom.xml");
        Assert.Contains("deleted-entry", feed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("som ble trukket", (await reader.GetAsync(await site.AddressAsync())).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_people_find_it_among_their_gatherings_and_others_do_not()
    {
        var site = await NetworkSite.GivenAsync(application);
        var gathering = await site.GivenGatheringAsync(30);
        var colleague = await site.GivenColleagueAsync(gathering, Role.Facilitator);
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        var address = (await site.AddressAsync())[1..];
        Assert.Contains($"href=\"{address}\"", (await owner.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
        using var other = await application.GivenSignedInAsync(colleague);
        Assert.DoesNotContain(address, (await other.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
    }

    // Tokens differ from one answer to the next, and each answer has the address that was asked for.
    private static string Bare(Page page, string address)
    {
        var bare = VaryingPattern().Replace($"{page.Html}{page.Location}", "");
        return bare.Replace(address.Split('/')[^1], "", StringComparison.Ordinal);
    }

    private static int SequenceIn(Page page) =>
        int.Parse(Regex.Match(page.Html, "SEQUENCE:([0-9]+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("value=\"[^\"]*\"|nonce=\"[^\"]*\"|CfDJ8[A-Za-z0-9+/=_-]+")]
    private static partial Regex VaryingPattern();
}
