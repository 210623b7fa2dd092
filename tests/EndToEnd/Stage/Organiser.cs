using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The one who arranges and leads, at a browser.</summary>
public sealed partial class Organiser(IPage page)
{
    private const string Password = "fjorden er blank i dag";

    public IPage Page => page;

    /// <summary>The address of the gathering that was made, without its last part.</summary>
    public string Gathering { get; private set; } = "";

    /// <summary>Makes the first account by the link that the service printed.</summary>
    public async Task BecomeFirstAsync(string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel(Words.Access("YourName")).FillAsync("Astrid Arrangør");
        await page.GetByLabel(Words.Access("Email")).FillAsync("astrid@nettverket.example");
        await page.GetByLabel(Words.Access("Password")).FillAsync(Password);
        await page.PressAsync(Words.Access("FirstMake"));
        await page.WaitForURLAsync("**/samlinger");
    }

    /// <summary>Fills in the form for a new gathering, and gives the code that opens it.</summary>
    public async Task<string> MakeGatheringAsync(string title, params string[] parties)
    {
        await page.GotoAsync("/samlinger");
        await page.Locator("[name=tittel]").FillAsync(title);
        await page.Locator("[name=nettverk]").FillAsync("Kortreist Kvalitet");
        await page.Locator("[name=dato]").FillAsync("2026-11-23");
        await page.Locator("[name=vertskap]").FillAsync("Stad kommune");
        await page.Locator("[name=tema]").FillAsync("sirkulærøkonomi");
        await page.Locator("[name=deltakere]").FillAsync(string.Join('\n', parties));
        await page.PressAsync(Words.Access("MakeGathering"));
        await page.WaitForURLAsync(ConsolePattern());
        await page.LiveAsync();
        Gathering = GatheringPattern().Match(page.Url).Value;
        return (await page.Locator(".head .code").InnerTextAsync()).Trim();
    }

    /// <summary>Opens one of the gathering's pages, such as <c>konsoll</c>, <c>vegg</c> or <c>rapport</c>.</summary>
    public async Task OpenAsync(string part)
    {
        await page.GotoAsync($"{Gathering}/{part}");
        await page.LiveAsync();
    }

    /// <summary>One more window of the same browser.</summary>
    public async Task<IPage> OpenBesideAsync(string part)
    {
        var beside = await page.Context.NewPageAsync();
        await beside.GotoAsync($"{Gathering}/{part}");
        await beside.LiveAsync();
        return beside;
    }

    /// <summary>Lets the best pairs be proposed among those who are here, and shows them to everybody.</summary>
    public async Task PairAsync()
    {
        await page.PressAsync(Words.Console("Propose"));
        await page.PressAsync(Words.Console("ShowPairs"));
        await Expect(page.Locator("table.pairs tbody tr").First).ToBeVisibleAsync();
    }

    /// <summary>Moves everybody on, step by step, until this phase.</summary>
    public async Task GoToAsync(PhaseKind phase)
    {
        var now = page.Locator("#time-title");
        for (var step = 0; step < 12; step++)
        {
            var before = await now.InnerTextAsync();
            if (before == Words.Phase(phase.ToString())) return;
            await page.Locator(".time-panel button[aria-keyshortcuts=N]").ClickAsync();
            await Expect(now).Not.ToHaveTextAsync(before);
        }

        Assert.Fail($"There is no {phase} in the plan.");
    }

    /// <summary>Opens, guards or closes the door: <c>Open</c>, <c>Guarded</c> or <c>Closed</c>.</summary>
    public async Task SetDoorAsync(string state)
    {
        await page.PressAsync(Words.Door($"Set{state}"));
        await Expect(page.Locator(".door-state")).ToHaveTextAsync(Words.Door($"State{state}"));
    }

    public async Task EndAsync()
    {
        await page.Locator(".console-side .end").ClickAsync();
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words.Console("EndYes"), Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Console("Reopen") })).ToBeVisibleAsync();
    }

    [GeneratedRegex("/samling/[0-9a-f]+/konsoll")]
    private static partial Regex ConsolePattern();

    [GeneratedRegex("/samling/[0-9a-f-]+")]
    private static partial Regex GatheringPattern();
}
