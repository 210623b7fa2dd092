using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The one who arranges and leads, at a browser.</summary>
public sealed partial class Organiser(IPage page)
{
    public const string Email = "astrid@nettverket.example";
    public const string Password = "fjorden er blank i dag";

    /// <summary>The day of the gatherings that are made: to come, for one that has been held opens where it is written up.</summary>
    public static string Day { get; } = DateTimeOffset.UtcNow.AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IPage Page => page;

    /// <summary>The address of the gathering that was made, from the base of the service and without its last part.</summary>
    public string Gathering { get; private set; } = "";

    /// <summary>Makes the first account by the link that the service printed.</summary>
    public async Task BecomeFirstAsync(string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel(Words.Access("YourName")).FillAsync("Astrid Arrangør");
        await page.GetByLabel(Words.Access("Email")).FillAsync(Email);
        await page.GetByLabel(Words.Access("Password")).FillAsync(Password);
        await page.PressAsync(Words.Access("FirstMake"));
        await page.ComesToAsync("samlinger");
    }

    /// <summary>Signs in with the first account, in a session of its own.</summary>
    public async Task SignInAsync()
    {
        await page.GotoAsync("logg-inn");
        await FillInSignInAsync();
        await page.ComesToAsync("samlinger");
    }

    /// <summary>Fills in the form one has been led to.</summary>
    public async Task FillInSignInAsync()
    {
        await page.GetByLabel(Words.Access("Email")).FillAsync(Email);
        await page.GetByLabel(Words.Access("Password")).FillAsync(Password);
        await page.PressAsync(Words.Access("SignIn"));
    }

    /// <summary>Fills in the form for a new gathering, and gives the code that opens it.</summary>
    public async Task<string> MakeGatheringAsync(string title, params string[] parties)
    {
        await page.GotoAsync("samlinger");
        await page.Locator("[name=tittel]").FillAsync(title);
        await page.Locator("[name=nettverk]").FillAsync("Kortreist Kvalitet");
        await page.Locator("[name=dato]").FillAsync(Day);
        await page.Locator("[name=vertskap]").FillAsync("Stad kommune");
        await page.Locator("[name=tema]").FillAsync("sirkulærøkonomi");
        await page.Locator("[name=deltakere]").FillAsync(string.Join('\n', parties));
        await page.PressAsync(Words.Access("MakeGathering"));
        await page.ComesToAsync("samling/*/konsoll");
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

    /// <summary>Lets the best pairs be proposed among those who take part, and shows them to everybody.</summary>
    /// <param name="parties">How many take part. A board that is live may still be on its way to the console.</param>
    public async Task PairAsync(int parties = 2)
    {
        await Expect(page.Locator(".pairing .who legend")).ToContainTextAsync(Words.Console("WhoTakesPart", parties, ""));
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

    /// <summary>Brings one of the console's tools forward, if it is not: <c>door</c>, <c>message</c>, <c>wall</c> or <c>more</c>.</summary>
    public async Task OpenToolAsync(string tool)
    {
        var opens = page.Locator($"[aria-controls=tool-{tool}]");
        if (await opens.GetAttributeAsync("aria-expanded") != "true") await opens.ClickAsync();
        await Expect(page.Locator($"#tool-{tool}")).ToBeVisibleAsync();
    }

    /// <summary>Opens, guards or closes the door: <c>Open</c>, <c>Guarded</c> or <c>Closed</c>.</summary>
    public async Task SetDoorAsync(string state)
    {
        await OpenToolAsync("door");
        await page.PressAsync(Words.Door($"Set{state}"));
        await Expect(page.Locator(".door-state")).ToHaveTextAsync(Words.Door($"State{state}"));
    }

    public async Task EndAsync()
    {
        await OpenToolAsync("more");
        await page.Locator(".console-side .end").ClickAsync();
        await page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words.Console("EndYes"), Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Console("Reopen") })).ToBeVisibleAsync();
    }

    /// <summary>Opens what stands beside the report, if it is not open: <c>lapper</c>, <c>samtykke</c> or <c>publisering</c>.</summary>
    public async Task OpenPlaceAsync(string place)
    {
        var opens = page.Locator($"#place-{place}");
        if (await opens.GetAttributeAsync("aria-expanded") != "true") await opens.ClickAsync();
        await Expect(opens).ToHaveAttributeAsync("aria-expanded", "true");
    }

    /// <summary>Publishes the report from the desk, and answers where it can be read.</summary>
    public async Task<string> PublishAsync()
    {
        await OpenPlaceAsync("publisering");
        await page.PressAsync(Words.Desk("PublishReport"));
        await page.Locator(".mud-dialog")
            .GetByRole(AriaRole.Button, new() { Name = Words.Desk("PublishReport"), Exact = true })
            .ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Desk("Withdraw") })).ToBeVisibleAsync();
        return (await page.Locator(".publish a[href^='rapporter/']").First.GetAttributeAsync("href"))!;
    }

    [GeneratedRegex("samling/[0-9a-f-]+")]
    private static partial Regex GatheringPattern();
}
