using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A municipality answers its invitation and says what it thinks of its partner, by its link, without an account.</summary>
[Collection(AccessTogether.Name)]
public sealed class AnsweringTests(AccessApplication application)
{
    [Fact]
    public async Task Looking_changes_nothing_and_the_answer_is_changed_until_the_gathering()
    {
        var (gathering, token) = await GivenInvitedAsync(days: 10);
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/kom/{token}");
        Assert.Contains("Kommer dere?", page.Html, StringComparison.Ordinal);
        Assert.Null((await application.ReadAsync(gathering)).Rsvps);

        var answered = await browser.SubmitAsync(page, "svar", ("kommer", "ja"), ("i-rommet", "2"), ("pa-skjerm", "1"));
        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        page = await browser.GetAsync($"/kom/{token}?svart=1");
        Assert.Contains("✓ Svaret deres: kommer, 2 i rommet og 1 på skjerm.", Words(page), StringComparison.Ordinal);
        Assert.Equal(new Rsvp(true, 2, 1), await AnswerAsync(gathering));

        await browser.SubmitAsync(page, "svar", ("kommer", "nei"), ("i-rommet", "2"), ("pa-skjerm", "1"));
        Assert.Equal(Rsvp.No, await AnswerAsync(gathering));
    }

    [Theory]
    [InlineData("", "", "", "Velg ja eller nei først.")]
    [InlineData("ja", "to", "", "Skriv hvor mange dere blir med tall, for eksempel 2.")]
    [InlineData("ja", "-1", "2", "Skriv hvor mange dere blir med tall, for eksempel 2.")]
    [InlineData("ja", "", "0", "Skriv hvor mange dere blir, i rommet eller på skjerm.")]
    [InlineData("ja", "60", "60", "Det er flere enn vi kan ta imot fra en kommune. Skriv høyst 99.")]
    public async Task What_cannot_be_read_is_told_beside_the_field_and_stays_there(string comes, string room, string screen, string words)
    {
        var (gathering, token) = await GivenInvitedAsync(days: 10);
        using var browser = application.Browser();
        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/kom/{token}"), "svar", ("kommer", comes), ("i-rommet", room), ("pa-skjerm", screen));
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        if (room.Length > 0) Assert.Contains($"value=\"{room}\"", page.Html, StringComparison.Ordinal);
        Assert.Null((await application.ReadAsync(gathering)).Rsvps);
    }

    [Fact]
    public async Task Two_who_answer_at_once_are_told_of_each_other_and_the_second_answer_is_kept_in_the_form()
    {
        var (gathering, token) = await GivenInvitedAsync(days: 10);
        using var browser = application.Browser();
        using var colleague = application.Browser();
        var page = await browser.GetAsync($"/kom/{token}");
        await colleague.SubmitAsync(await colleague.GetAsync($"/kom/{token}"), "svar", ("kommer", "nei"));

        page = await browser.SubmitAsync(page, "svar", ("kommer", "ja"), ("i-rommet", "3"), ("pa-skjerm", ""));
        Assert.Contains("Noen andre hos dere svarte nettopp: kommer ikke.", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"3\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(Rsvp.No, await AnswerAsync(gathering));
        await browser.SubmitAsync(page, "svar", ("kommer", "ja"), ("i-rommet", "3"), ("pa-skjerm", ""));
        Assert.Equal(new Rsvp(true, 3, 0), await AnswerAsync(gathering));
    }

    [Fact]
    public async Task After_the_day_after_the_end_and_after_the_party_is_away_the_page_says_so_and_changes_nothing()
    {
        var (gathering, token) = await GivenInvitedAsync(days: 10);
        using var browser = application.Browser();
        var early = await browser.GetAsync($"/kom/{token}");
        await DescribeAsync(gathering, days: -3);
        var over = await browser.GetAsync($"/kom/{token}");
        Assert.Contains("Samlingen er over, så svaret kan ikke endres.", over.Html, StringComparison.Ordinal);
        var late = await browser.SubmitAsync(early, "svar", ("kommer", "ja"), ("i-rommet", "4"), ("pa-skjerm", ""));
        Assert.Contains("så svaret ble ikke lagret. Si fra til arrangøren.", late.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"4\"", late.Html, StringComparison.Ordinal);
        Assert.Null((await application.ReadAsync(gathering)).Rsvps);

        await DescribeAsync(gathering, days: 10);
        await DoAsync(gathering, new WorkshopClosed());
        late = await browser.SubmitAsync(early, "svar", ("kommer", "ja"), ("i-rommet", "4"), ("pa-skjerm", ""));
        Assert.Contains("så svaret ble ikke lagret", late.Html, StringComparison.Ordinal);

        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/kom/{token}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(early, "svar", ("kommer", "nei"))).Status);
    }

    [Fact]
    public async Task A_party_sees_its_own_partner_only_when_it_is_shown_and_answers_about_that_one()
    {
        var (gathering, token) = await GivenInvitedAsync(days: 10);
        var seats = gathering.Seats;
        using var browser = application.Browser();
        await DoAsync(gathering, new PairsProposed([Grouped(seats[0], seats[1]), Grouped(seats[2], seats[3])]));
        Assert.DoesNotContain("satt sammen med", (await browser.GetAsync($"/kom/{token}")).Html, StringComparison.Ordinal);

        await DoAsync(gathering, new PairsPreviewed([Grouped(seats[0], seats[1]), Grouped(seats[2], seats[3])]));
        var page = await browser.GetAsync($"/kom/{token}");
        Assert.Contains("Dere er satt sammen med Arendal", page.Html, StringComparison.Ordinal);
        foreach (var other in new[] { "Bergen", "Asker" }) Assert.DoesNotContain(other, page.Html, StringComparison.Ordinal);

        var unsaid = await browser.SubmitAsync(page, "partner", ("partneren", "nei"), ("hvorfor", " "));
        Assert.Contains("Skriv kort hvorfor, så er det lettere å finne en annen.", unsaid.Html, StringComparison.Ordinal);
        await DoAsync(gathering, new PairsPreviewed([Grouped(seats[0], seats[2]), Grouped(seats[1], seats[3])]));
        var changed = await browser.SubmitAsync(page, "partner", ("partneren", "nei"), ("hvorfor", "Vi møtte dem i vår"));
        Assert.Contains("Dere har fått en ny partner siden siden ble åpnet: Bergen.", changed.Html, StringComparison.Ordinal);
        Assert.Contains("Vi møtte dem i vår</textarea>", changed.Html, StringComparison.Ordinal);
        Assert.Null((await application.ReadAsync(gathering)).Workshop.PartnerAnswers);

        await browser.SubmitAsync(changed, "partner", ("partneren", "nei"), ("hvorfor", "Vi er naboer"));
        Assert.Contains("Dere har bedt om en annen partner.", (await browser.GetAsync($"/kom/{token}")).Html, StringComparison.Ordinal);
        var seen = GatheringView.For(await application.ReadAsync(gathering), gathering.Owner).PartnerAnswerOf(seats[0].Party);
        Assert.Equal((false, "Vi er naboer"), (seen!.Accepts, seen.Reason.Value));
    }

    private async Task<(TestGathering Gathering, string Token)> GivenInvitedAsync(int days)
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal", "Bergen", "Asker");
        await DescribeAsync(gathering, days);
        var stad = gathering.Seats[0].Party;
        return (gathering, (await application.Get<InvitationLinks>().OfPartiesAsync(gathering.Id, [stad]))[stad]);
    }

    private async Task DescribeAsync(TestGathering gathering, int days)
    {
        var facts = (await application.ReadAsync(gathering)).Facts;
        await DoAsync(gathering, new GatheringDescribed(facts with { Date = DateOnly.FromDateTime(DateTime.Today).AddDays(days) }));
    }

    private Task DoAsync(TestGathering gathering, Change change) =>
        application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, change);

    private async Task<Rsvp?> AnswerAsync(TestGathering gathering) =>
        (await application.ReadAsync(gathering)).Rsvps?.GetValueOrDefault(gathering.Seats[0].Party);

    private static string Words(Page page) => System.Text.RegularExpressions.Regex.Replace(page.Html, "\\s+", " ");

    private static Pair Grouped(params TestSeat[] seats) =>
        new(new Id<Pair>(Guid.CreateVersion7()), [.. seats.Select(seat => seat.Party)], []);
}
