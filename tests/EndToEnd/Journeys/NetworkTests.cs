using System.Text.RegularExpressions;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The network from year to year: its page, the handover to next year's organiser, and the gathering that she starts.</summary>
public sealed partial class NetworkTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const int MostInteractions = 8;

    [Theory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Phone)]
    public async Task A_new_organiser_takes_over_by_a_link_and_has_the_next_programme_ready_in_eight_interactions(Screen screen)
    {
        var (organiser, network) = await GivenNetworkAsync();
        var owner = organiser.Page;
        await owner.GotoAsync($"{network}/folk");
        await owner.PressAsync(Words.Network("LinkMake"));
        var letter = await owner.GetByLabel(Words.Network("LinkLetter")).First.InputValueAsync();

        var page = await theatre.NewPageAsync(screen);
        await page.GotoAsync(LinkPattern().Match(letter).Value);
        await page.GetByLabel(Words.Access("YourName")).FillAsync("Nils Ny");
        await page.GetByLabel(Words.Access("Email")).FillAsync($"{Guid.NewGuid():N}@nettverket.example");
        await page.GetByLabel(Words.Access("Password")).FillAsync("fjorden er blank i dag");
        await page.PressAsync(Words.Network("OfferMake"));
        await page.ComesToAsync("nettverk/*");
        await Expect(page.Locator(".handover")).ToContainTextAsync(Words.Network("HandoverUndoLink"));

        var count = 0;
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = Words.Network("NewGathering"), Exact = true }));
        await page.ComesToAsync("nettverk/*/ny-samling");
        await TypeAsync("[name=tittel]", "Samling hos Arendal");
        await TypeAsync("[name=vertskap]", "Arendal");
        await TypeAsync("[name=tema]", "ombruk av bygg");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = Words.Access("MakeGathering"), Exact = true }));
        await page.ComesToAsync("samling/*/program");
        Assert.InRange(count, 1, MostInteractions);

        await page.LiveAsync();
        await Expect(page.Locator("#tittel")).ToHaveValueAsync("Samling hos Arendal");
        foreach (var party in new[] { "Stad", "Arendal", "Bergen" })
            await Expect(page.Locator("#hvem").GetByText(party, new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GotoAsync($"{network}/samlinger");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Samling hos Arendal" })).ToBeVisibleAsync();

        // Who handed it over is told, and takes nothing back now that the new owner has begun.
        await owner.GotoAsync(network);
        await Expect(owner.Locator(".handover")).ToContainTextAsync("Nils Ny");

        Task PressAsync(ILocator what)
        {
            count++;
            return what.ClickAsync();
        }

        Task TypeAsync(string field, string text)
        {
            count++;
            return page.Locator(field).FillAsync(text);
        }
    }

    [Fact]
    public async Task Every_page_of_a_network_is_accessible_on_every_screen_in_both_forms_of_Norwegian()
    {
        var (organiser, network) = await GivenNetworkAsync();
        var looks = new VisualChecks();
        var page = organiser.Page;
        await page.GotoAsync($"{network}/folk");
        await page.PressAsync(Words.Network("LinkMake"));
        var letter = await page.GetByLabel(Words.Network("LinkLetter")).First.InputValueAsync();
        foreach (var (part, name) in new[] { ("", "forside"), ("/samlinger", "samlinger"), ("/folk", "folk"), ("/ny-samling", "ny"),
            ("/medlemmer", "medlemmer"), ("/innstillinger", "innstillinger") })
        {
            await page.GotoAsync($"{network}{part}");
            await looks.LookAsync(page, $"nettverk-{name}");
        }

        await page.GotoAsync("samlinger");
        await looks.LookAsync(page, "nettverk-mine");
        var guest = await theatre.NewPageAsync(language: "nn-NO");
        await guest.GotoAsync(LinkPattern().Match(letter).Value);
        await looks.LookAsync(guest, "nettverk-overta-nn");
        looks.MustBeFine();
    }

    /// <summary>A network of its own, as it comes to be by itself: of a gathering that somebody makes, with its parties.</summary>
    private async Task<(Organiser Organiser, string Network)> GivenNetworkAsync()
    {
        var name = $"Nettverk {Guid.NewGuid().ToString("N")[..8]}";
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        await page.GotoAsync("samlinger");
        foreach (var (field, text) in new[]
        {
            ("tittel", "Samling på Stad"), ("nettverk", name), ("dato", Organiser.Day), ("vertskap", "Stad"), ("tema", "ombruk"),
            ("deltakere", "Stad, Arendal og Bergen"),
        })
            await page.Locator($"[name={field}]").FillAsync(text);
        await page.PressAsync(Words.Access("MakeGathering"));
        await page.ComesToAsync("samling/*/konsoll");
        await page.GotoAsync("samlinger");
        await page.Locator(".networks").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.ComesToAsync("nettverk/*");
        return (organiser, NetworkPattern().Match(page.Url).Value);
    }

    [GeneratedRegex("https?://[^ \n]+/overta/[A-Za-z0-9_-]+")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("nettverk/[^/?#]+")]
    private static partial Regex NetworkPattern();
}
