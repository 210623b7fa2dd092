using System.Text.RegularExpressions;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The days before: municipalities answer by their links on a telephone, the pairs are made among those who come and shown on the links,
/// one asks for another partner, and one says no after all.
/// </summary>
public sealed class BeforeTheDayTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly string[] _parties = ["Stad", "Arendal", "Bergen", "Asker", "Hurdal"];

    [Fact]
    public async Task Answered_paired_accepted_and_mended_before_the_day()
    {
        var album = new VisualChecks();
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Dagene før", _parties);
        var console = organiser.Page;
        var invitation = await organiser.OpenBesideAsync("invitasjon");
        var links = await LinksAsync(invitation);

        var phone = await theatre.NewPageAsync(Screen.Phone);
        await phone.GotoAsync(links["Stad"]);
        await album.LookAsync(phone, "kom-for-dagen");
        await phone.GetByLabel(Words.Rsvp("Yes")).CheckAsync();
        await phone.PressAsync(Words.Rsvp("Send"));
        await Expect(phone.Locator("#svar-error")).ToHaveTextAsync(Words.Rsvp("WriteHowMany"));
        await phone.GetByLabel(Words.Rsvp("InRoom")).FillAsync("2");
        await phone.GetByLabel(Words.Rsvp("OnScreen")).FillAsync("1");
        await phone.PressAsync(Words.Rsvp("Send"));
        await Expect(phone.Locator("#svar .given")).ToContainTextAsync(Words.Rsvp("ComesBoth", 2, 1));
        foreach (var party in _parties[1..4])
        {
            await phone.GotoAsync(links[party]);
            await phone.GetByLabel(Words.Rsvp("Yes")).CheckAsync();
            await phone.GetByLabel(Words.Rsvp("InRoom")).FillAsync("1");
            await phone.PressAsync(Words.Rsvp("Send"));
            await Expect(phone.Locator("#svar .given")).ToContainTextAsync(Words.Rsvp("ComesToRoom", 1));
        }

        // The organiser sees who lacks, writes down what one said by telephone, and has a text to send.
        var programme = await organiser.OpenBesideAsync("program");
        await Expect(programme.Locator(".coming p[role=status]")).ToContainTextAsync(Words.Rsvp("ComingCounts", 4, 5, 5, 1, 0, 1));
        await programme.Locator(".reminder summary").ClickAsync();
        await Expect(programme.Locator("#paminnelse")).ToHaveValueAsync(new Regex("/kom/"));
        await album.LookAsync(programme, "program-hvem-kommer");
        await programme.GetByLabel(Words.Rsvp("AnswerOf", "Hurdal")).SelectOptionAsync("nei");
        await Expect(programme.Locator(".coming p[role=status]")).ToContainTextAsync(Words.Rsvp("ComingCounts", 4, 5, 5, 1, 1, 0));

        // Pairs among those who come, on their links.
        await organiser.OpenAsync("konsoll");
        await console.PressAsync(Words.Console("Propose"));
        await Expect(console.Locator(".proposal > li")).ToHaveCountAsync(2);
        await console.PressAsync(Words.Console("PreviewShow"));
        await Expect(console.GetByText(Words.Console("PreviewSame", 0, 4, 4))).ToBeVisibleAsync();
        await phone.GotoAsync(links["Stad"]);
        await Expect(phone.Locator("#partner-title")).ToBeVisibleAsync();
        await album.LookAsync(phone, "kom-partner");
        await phone.GetByLabel(Words.Rsvp("PartnerNo")).CheckAsync();
        await phone.GetByLabel(Words.Rsvp("PartnerWhy")).FillAsync("Vi møttes sist");
        await phone.PressAsync(Words.Rsvp("PartnerSend"));
        await Expect(phone.Locator("#partner .given")).ToContainTextAsync(Words.Rsvp("PartnerDeclined"));
        await Expect(console.Locator(".preview .asks")).ToContainTextAsync("Vi møttes sist");
        await album.LookAsync(console, "konsoll-partner-svar");

        // The day before, one cannot come after all.
        await phone.GotoAsync(links["Arendal"]);
        await phone.GetByLabel(Words.Rsvp("No")).CheckAsync();
        await phone.PressAsync(Words.Rsvp("SendAgain"));
        await Expect(phone.Locator("#svar .given")).ToContainTextAsync(Words.Rsvp("ComesNot"));
        await Expect(console.Locator(".outsiders")).ToContainTextAsync("Arendal");
        await console.PressAsync(Words.Console("MendComing"));
        await Expect(console.Locator(".ways > ol > li").First).ToBeVisibleAsync();
        await album.LookAsync(console, "konsoll-nei-for-dagen");
        await console.Locator(".ways > ol > li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(console.Locator(".proposal > li")).ToHaveCountAsync(1);
        await console.PressAsync(Words.Console("PreviewShowNew"));
        await Expect(console.GetByText(Words.Console("PreviewOther"))).ToHaveCountAsync(0);
        await phone.GotoAsync(links["Stad"]);
        await Expect(phone.Locator("#partner-title")).ToContainTextAsync(" og ");
        album.MustBeFine();
    }

    private static async Task<Dictionary<string, string>> LinksAsync(IPage invitation)
    {
        var rows = invitation.Locator(".links li");
        await Expect(rows.Locator("[data-copy]")).ToHaveCountAsync(_parties.Length);
        var links = new Dictionary<string, string>();
        foreach (var row in await rows.AllAsync())
        {
            var link = await row.Locator("[data-copy]").GetAttributeAsync("data-copy");
            links[(await row.Locator("strong").InnerTextAsync()).Trim()] = link!;
        }

        return links;
    }
}
