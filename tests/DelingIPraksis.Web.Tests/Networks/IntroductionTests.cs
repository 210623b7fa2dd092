using System.Net;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Storage;
using static DelingIPraksis.Domain.Gatherings.Change;
using static DelingIPraksis.Web.Tests.Networks.IntroductionScene;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>
/// Who asks and who offers across a network, and the contact cards: shared when both have said yes, and not a byte before.
/// </summary>
[Collection(AccessTogether.Name)]
public sealed class IntroductionTests(AccessApplication application)
{
    private const string Ask = IntroductionScene.Ask;
    private const string Offer = IntroductionScene.Offer;
    private const string Secret = "kari.hemmelig@stad.example";
    private const string Barrier = IntroductionScene.Barrier;
    private const string Opportunity = IntroductionScene.Opportunity;

    [Fact]
    public async Task The_card_is_shared_when_both_have_said_yes_and_not_a_byte_before()
    {
        var held = await GivenHeldAsync();
        using var stad = application.Browser();
        using var bergen = application.Browser();
        var (ofStad, ofBergen) = (await LinkAsync(held, 0), await LinkAsync(held, 2));
        var page = await stad.GetAsync(ofStad);
        var says = $"Dere møtte ikke Bergen, men de kan dele: «{Offer}». Dere skrev: «{Ask}».";
        Assert.Contains(says, Words(page), StringComparison.Ordinal);

        var sent = await YesAsync(stad, page, Number(held, 2), "Kari Nordfjord", Secret, "57 88 50 00");
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("Bergen får kontakten deres når også de sier ja.", Words(await stad.GetAsync(ofStad)), StringComparison.Ordinal);
        page = await bergen.GetAsync(ofBergen);
        foreach (var secret in new[] { "Kari Nordfjord", Secret, "57 88 50 00" })
            Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);

        await YesAsync(bergen, page, Number(held, 0), "Ola Berg", "", "99 88 77 66");
        page = await bergen.GetAsync(ofBergen);
        Assert.Contains(Secret, page.Html, StringComparison.Ordinal);
        Assert.Contains("Ola Berg", (await stad.GetAsync(ofStad)).Html, StringComparison.Ordinal);
        // Nobody else of the network reads either.
        using var asker = application.Browser();
        var other = await asker.GetAsync(await LinkAsync(held, 3));
        foreach (var secret in new[] { "Kari Nordfjord", "Ola Berg" }) Assert.DoesNotContain(secret, other.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await application.Get<Database>().ReadAsync(context => Task.FromResult(context.Log.Select(entry => entry.Payload).ToList())),
            payload => payload.Contains(Secret, StringComparison.Ordinal) || payload.Contains("Ola Berg", StringComparison.Ordinal));

        // Taken back, it is gone from the other's page, and no byte of it is left.
        await stad.SubmitAsync(await stad.GetAsync(ofStad), "kontakt", ("tilbake", Number(held, 2)));
        Assert.DoesNotContain(Secret, (await bergen.GetAsync(ofBergen)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ola Berg", (await stad.GetAsync(ofStad)).Html, StringComparison.Ordinal);
        Assert.False(Bytes.Of(application.Web.Data).Hold(Secret));
    }

    [Fact]
    public async Task A_card_goes_with_the_names_and_with_the_gathering()
    {
        foreach (var whole in new[] { false, true })
        {
            var held = await GivenHeldAsync();
            using var browser = application.Browser();
            var secret = $"hemmelig{Guid.NewGuid():N}@stad.example";
            await YesAsync(browser, await browser.GetAsync(await LinkAsync(held, 0)), Number(held, 2), "Kari", secret, "");
            Assert.True(Bytes.Of(application.Web.Data).Hold(secret));
            var erasure = application.Get<GatheringErasure>();
            Assert.True(await erasure.HasNamesAsync(held.Id));
            if (whole) await application.Web.Rooms.MustKeepAsync(held.Id, held.Owner, new GatheringErased());
            else await erasure.EraseNamesAsync(held.Id);
            Assert.False(Bytes.Of(application.Web.Data).Hold(secret));
        }
    }

    [Fact]
    public async Task What_stands_on_a_board_is_told_by_its_theme_and_never_in_another_ones_words()
    {
        var held = await GivenHeldAsync();
        using var browser = application.Browser();
        var page = Words(await browser.GetAsync(await LinkAsync(held, 1)));
        Assert.Contains("Dere møtte ikke Asker, men de ser en mulighet i ", page, StringComparison.Ordinal);
        Assert.Contains($"Dere skrev: «{Barrier}».", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Opportunity, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withheld_words_are_not_told_and_a_gathering_that_goes_on_tells_nothing()
    {
        var held = await GivenHeldAsync(closed: false);
        using var browser = application.Browser();
        var link = await LinkAsync(held, 0);
        Assert.DoesNotContain("Noen dere ikke møtte", (await browser.GetAsync(link)).Html, StringComparison.Ordinal);
        await application.Web.Rooms.MustKeepAsync(held.Id, held.Owner, new WorkshopClosed());
        Assert.Contains(Offer, (await browser.GetAsync(link)).Html, StringComparison.Ordinal);

        await application.Web.Rooms.MustKeepAsync(held.Id, held.Owner, new ConsentAsked(DateTimeOffset.UtcNow.AddDays(5), false));
        var quotes = GatheringView.ForParty(await application.Web.Rooms.ReadAsync(held.Id), held.Seats[2].Party).OwnQuotes;
        var quote = quotes.Single(one => one.Words == Offer);
        await application.Web.Rooms.MustKeepAsync(held.Id, new Actor.Application(), new ConsentGiven(
            [new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words, "")], held.Seats[2].Party));
        Assert.DoesNotContain(Offer, (await browser.GetAsync(link)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "kari@stad.example", "", "Skriv hvem de skal spørre etter.")]
    [InlineData("Kari", "", " ", "Skriv en e-postadresse eller et telefonnummer.")]
    [InlineData("Kari", "kari(a)stad", "", "E-postadressen ser ikke riktig ut.")]
    [InlineData("Kari", "", "ring meg", "Telefonnummeret har ingen sifre.")]
    public async Task A_card_that_cannot_be_used_is_told_and_what_was_typed_stays(string name, string email, string phone, string words)
    {
        var held = await GivenHeldAsync();
        using var browser = application.Browser();
        var page = await YesAsync(browser, await browser.GetAsync(await LinkAsync(held, 0)), Number(held, 2), name, email, phone);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        if (email.Length > 0) Assert.Contains($"value=\"{email}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_networks_own_people_see_who_could_meet_and_no_contact_and_strangers_see_no_page()
    {
        var site = await NetworkSite.GivenAsync(application, $"Nettverk {Guid.NewGuid():N}");
        var held = await GivenHeldAsync(site: site);
        using var browser = application.Browser();
        var own = await browser.GetAsync(await LinkAsync(held, 0));
        await YesAsync(browser, own, Number(held, 2), "Kari Nordfjord", "kari@stad.example", "");
        var address = $"{await site.AddressAsync()}/sok-og-tilbyr";
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        var page = Words(await owner.GetAsync(address));
        Assert.Contains("Stad og Bergen", page, StringComparison.Ordinal);
        Assert.Contains($"Stad trenger: «{Ask}»", page, StringComparison.Ordinal);
        Assert.Contains("En av dem har sagt ja.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Opportunity, page, StringComparison.Ordinal);
        foreach (var secret in new[] { "Nordfjord", "kari@" }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        using var stranger = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
    }

    private Task<TestGathering> GivenHeldAsync(bool closed = true, NetworkSite? site = null) => application.GivenHeldAsync(closed, site);

    private Task<string> LinkAsync(TestGathering held, int seat) => application.FollowupOfAsync(held, seat);

    private static string Words(Page page) => System.Text.RegularExpressions.Regex.Replace(page.Html, "\\s+", " ");
}
