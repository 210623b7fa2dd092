using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The one who arranges and leads, at a browser.</summary>
public sealed partial class Organiser(IPage page)
{
    public const string Password = "fjorden er blank i dag";

    public IPage Page => page;

    /// <summary>Where the gathering that was made is found.</summary>
    public string Gathering { get; private set; } = "";

    /// <summary>Makes the first account by the link that the service printed.</summary>
    public async Task BecomeFirstAsync(string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel(Words.Access("YourName")).FillAsync("Astrid Arrangør");
        await page.GetByLabel(Words.Access("Email")).FillAsync("astrid@nettverket.example");
        await page.GetByLabel(Words.Access("Password")).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Access("FirstMake") }).ClickAsync();
        await page.WaitForURLAsync("**/samlinger");
    }

    public async Task SignInAsync()
    {
        await page.GotoAsync("/logg-inn?retur=/samlinger");
        await page.GetByLabel(Words.Access("Email")).FillAsync("astrid@nettverket.example");
        await page.GetByLabel(Words.Access("Password")).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Access("SignIn"), Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/samlinger");
    }

    /// <summary>Fills in the form for a new gathering, and opens its console.</summary>
    public async Task<string> MakeGatheringAsync(string title, params string[] parties)
    {
        await page.GotoAsync("/samlinger");
        await page.GetByLabel(Words.Access("GatheringTitle")).FillAsync(title);
        await page.GetByLabel(Words.Access("Network"), new() { Exact = false }).FillAsync("Kortreist Kvalitet");
        await page.Locator("[name=dato]").FillAsync("2026-11-23");
        await page.Locator("[name=tema]").FillAsync("sirkulærøkonomi");
        await page.Locator("[name=deltakere]").FillAsync(string.Join('\n', parties));
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Access("MakeGathering") }).ClickAsync();
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title }).First;
        var address = await row.GetByRole(AriaRole.Link, new() { Name = Words.Access("Console") }).GetAttributeAsync("href");
        Gathering = GatheringPattern().Match(address!).Value;
        await OpenConsoleAsync();
        return (await page.Locator(".head .code").InnerTextAsync()).Trim();
    }

    public async Task OpenConsoleAsync()
    {
        await page.GotoAsync($"{Gathering}/konsoll");
        await LiveAsync(page);
    }

    /// <summary>Lets the best pairs be proposed among those who are here, and shows them to everybody.</summary>
    public async Task PairAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Console("Propose"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Console("ShowPairs") }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();
    }

    /// <summary>Moves everybody to the next phase, which must be the one named.</summary>
    public async Task NextAsync(string phase)
    {
        await page.Locator(".time-panel button[aria-keyshortcuts=N]").ClickAsync();
        await Assertions.Expect(page.Locator("#time-title")).ToContainTextAsync(Words.Phase(phase));
    }

    /// <summary>Waits until the page is live: its circuit answers.</summary>
    public static Task LiveAsync(IPage page) => page.Locator("#live-region[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    [GeneratedRegex("/samling/[0-9a-f-]+")]
    private static partial Regex GatheringPattern();
}
