using System.Net;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>The themes of a network over the years, as those see it who have a role in its gatherings.</summary>
public sealed class OverYearsPageTests : IAsyncLifetime
{
    private readonly SearchStage _stage = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_theme_is_followed_from_year_to_year_with_who_raised_it_and_what_was_promised()
    {
        var first = await GivenAsync(2024, "Ingen penger til gjenbruk", "Kommunen mangler kompetanse på innkjøp");
        var later = await GivenAsync(2026, "Økonomien er for stram til ombruk");
        await TogetherAsync(first, later);
        int At(PhaseKind kind) => PhasePlans.Full.FindIndex(phase => phase.Kind == kind);
        await _stage.Web.Rooms.MustKeepAsync(first.Id, first.Owner, new PhaseEntered(At(PhaseKind.Board), At(PhaseKind.Summary)));
        await _stage.Web.Rooms.MustKeepAsync(
            first.Id, first.Seats[0].Actor, new CommitmentMade(new Commitment("Vi ber om penger til gjenbruk i budsjettet", "", null)));
        var reader = await FollowerAsync(first, later);
        var page = await PageAsync(reader, "");
        Assert.Contains("Temaer gjennom årene", page, StringComparison.Ordinal);
        Assert.Contains("2024", page, StringComparison.Ordinal);
        Assert.Contains("i 2 samlinger", page, StringComparison.Ordinal);
        var story = await StoryAsync(reader, page);
        foreach (var said in (string[])["Tatt opp av Stad", "gjenbruk", "2024", "2026"])
            Assert.Contains(said, story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gathering_that_one_has_no_role_in_adds_nothing_though_its_network_has_the_same_name()
    {
        var own = await GivenAsync(2024, "Ingen penger til gjenbruk");
        await GivenAsync(2025, "Hemmelig plan om en ny havn");
        var page = await PageAsync(await FollowerAsync(own), "");
        Assert.Contains("i 1 samling", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2025", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?nettverk=En+annens")]
    [InlineData("?tema=finnes-ikke")]
    public async Task What_one_may_not_see_is_not_told_from_what_is_not_there(string query)
    {
        var reader = await FollowerAsync(await GivenAsync(2024, "Ingen penger"));
        using var answer = await reader.Http.GetAsync(
            new Uri($"/samlinger/temaer{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_note_it_says_what_will_come() => Assert.Contains(
        "Ingen temaer ennå", await PageAsync(await _stage.GivenAsync(), ""), StringComparison.Ordinal);

    private async Task<TestGathering> GivenAsync(int year, params string[] notes)
    {
        var rooms = _stage.Web.Rooms;
        var gathering = await rooms.GivenBoardAsync("Stad", "Arendal");
        var facts = (await rooms.ReadAsync(gathering.Id)).Facts with { Date = new DateOnly(year, 5, 20) };
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringDescribed(facts));
        foreach (var note in notes) await rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote(note));
        return gathering;
    }

    private async Task<Browser> FollowerAsync(TestGathering first, params TestGathering[] others)
    {
        var browser = await _stage.GivenAsync(first, Role.Observer);
        var user = (await _stage.Web.Rooms.ReadAsync(first.Id)).Staff.Single(staff => staff.Value == Role.Observer).Key;
        foreach (var gathering in others)
            await _stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(user, Role.Observer));
        return browser;
    }

    /// <summary>The second gathering becomes one of the first one's network.</summary>
    private async Task TogetherAsync(TestGathering first, TestGathering second)
    {
        var networks = _stage.Web.Services.GetRequiredService<INetworks>();
        var (own, other) = ((await networks.OfGatheringAsync(first.Id))!, (await networks.OfGatheringAsync(second.Id))!);
        foreach (
            var (actor, change) in new (Actor, NetworkChange)[]
            {
                (first.Owner, new NetworkChange.PersonAppointed(second.Owner.User, NetworkRole.Helper)),
                (second.Owner, new NetworkChange.GatheringAdded(second.Id, other.Id)),
            }
        )
            Assert.IsType<Reply.Kept>(await networks.SubmitAsync(own.Id, actor, change, Guid.CreateVersion7()));
    }

    // The first theme of the page, by its own link.
    private static async Task<string> StoryAsync(Browser browser, string page)
    {
        var link = page.Split("href=\"").Select(part => part.Split('"')[0]).First(href => href.Contains("tema=", StringComparison.Ordinal));
        return WebUtility.HtmlDecode(
            await browser.Http.GetStringAsync(new Uri($"/{link}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static async Task<string> PageAsync(Browser browser, string query) => WebUtility.HtmlDecode(
        await browser.Http.GetStringAsync(new Uri($"/samlinger/temaer{query}", UriKind.Relative), TestContext.Current.CancellationToken));
}
