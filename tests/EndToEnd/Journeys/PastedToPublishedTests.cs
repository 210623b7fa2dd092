using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The report of 2021 is pasted and published again, with a presentation that its speaker sends by a link, and a picture. Each press, each
/// field and each file that is chosen counts as one.
/// </summary>
public sealed class PastedToPublishedTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const int Most = 60, MostOfSpeaker = 4;

    // One red pixel: what it shows is of no matter here.
    private static readonly byte[] _picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private readonly VisualChecks _album = new();
    private int _count;

    [Fact]
    public async Task From_the_pasted_text_to_all_of_it_published_with_a_presentation_and_a_picture()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        await page.GotoAsync("/samlinger");
        await ClickAsync(page.GetByText(Words.Access("BringInReport")));
        await FillAsync(page.GetByLabel(Words.Earlier("Paste")), await File.ReadAllTextAsync(Report("stad-2021.txt")));
        await ClickAsync(Button(page, Words.Earlier("ReadIt")));
        await page.LiveAsync();
        await ClickAsync(Button(page, Words.Earlier("Make")));
        await page.ComesToAsync("rapport");
        await page.LiveAsync();
        var gathering = page.Url[..page.Url.LastIndexOf('/')];

        await page.GotoAsync($"{gathering}/invitasjon");
        _count++;
        await page.LiveAsync();
        var speakers = page.Locator(".speakers");
        await Expect(speakers).ToContainTextAsync(Words.Speakers("LackPresentation"));
        await Expect(page.Locator("#innledere-paminnelse")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/innleder/"));
        await _album.LookAsync(page, "invitasjon-innledere");
        var link = (await speakers.Locator("li a").First.GetAttributeAsync("href"))!;
        await SpeakerAsync(link);

        await page.GotoAsync($"{gathering}/rapport");
        _count++;
        await page.LiveAsync();
        await organiser.OpenPlaceAsync("publisering");
        _count++;
        await page.Locator(".pictures input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "torg.png", MimeType = "image/png", Buffer = _picture });
        _count++;
        var picture = page.Locator(".picture");
        await FillAsync(picture.GetByLabel(Words.Pictures("Alternative")), "Folk i ring på et torg");
        await FillAsync(picture.GetByLabel(Words.Pictures("Caption")), "Torget i Stad");
        await FillAsync(picture.GetByLabel(Words.Pictures("Credit")), "Kari Foto");
        await CheckAsync(picture.GetByLabel(Words.Pictures("Consent")));
        await Expect(picture.GetByText(Words.Pictures("NotIn"))).ToHaveCountAsync(0);
        await _album.LookAsync(page, "rapport-bilder");
        var address = await organiser.PublishAsync();
        _count += 2;

        var reader = await theatre.NewPageAsync();
        await reader.GotoAsync(address);
        await Expect(reader.GetByAltText("Folk i ring på et torg")).ToBeVisibleAsync();
        await Expect(reader.Locator("figcaption")).ToHaveTextAsync("Torget i Stad Foto: Kari Foto");
        var download = await reader.RunAndWaitForDownloadAsync(() => reader.Locator("a[href*='/presentasjon/']").ClickAsync());
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await _album.LookAsync(reader, "publisert-med-bilde");
        Assert.InRange(_count, 1, Most);
        _album.MustBeFine();
    }

    private async Task SpeakerAsync(string link)
    {
        var phone = await theatre.NewPageAsync();
        await phone.GotoAsync(link);
        await _album.LookAsync(phone, "innleder");
        var before = _count;
        await phone.Locator("#filer").SetInputFilesAsync(new FilePayload
        {
            Name = "lysark.pdf",
            MimeType = "application/pdf",
            Buffer = "<!doctype html><script>alert(1)</script>"u8.ToArray(),
        });
        await phone.Locator("#sammendrag").FillAsync("Vi deler mer enn vi tror.");
        await phone.PressAsync(Words.Speaker("Send"));
        await Expect(phone.Locator("#filer-error")).ToContainTextAsync("uansett hva den heter");
        await _album.LookAsync(phone, "innleder-feil");

        // And then the right file: four interactions in all, and the sentence that was written stands.
        await phone.Locator("#filer").SetInputFilesAsync(new FilePayload
        {
            Name = "lysark.pdf",
            MimeType = "application/pdf",
            Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray(),
        });
        _count++;
        await Expect(phone.Locator("#sammendrag")).ToHaveValueAsync("Vi deler mer enn vi tror.");
        await CheckAsync(phone.GetByLabel(Words.Speaker("Approve")));
        await ClickAsync(Button(phone, Words.Speaker("Send")));
        await Expect(phone.Locator("p[role=status]")).ToContainTextAsync(Words.Speaker("Saved"));
        await _album.LookAsync(phone, "innleder-takk");
        Assert.InRange(_count - before, 1, MostOfSpeaker);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private Task ClickAsync(ILocator what)
    {
        _count++;
        return what.ClickAsync();
    }

    private Task CheckAsync(ILocator what)
    {
        _count++;
        return what.CheckAsync();
    }

    private async Task FillAsync(ILocator what, string text)
    {
        _count++;
        await what.FillAsync(text);
        await what.BlurAsync();
    }

    private static string Report(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "tests", "corpora"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests", "corpora", "reports", name);
    }
}
