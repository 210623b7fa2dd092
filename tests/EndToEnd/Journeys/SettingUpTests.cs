using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>Setting up a gathering, from nothing and from a messy e-mail, by several at once, and how little it takes.</summary>
public sealed class SettingUpTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task From_nothing_to_a_session_that_runs_takes_no_more_than_fifteen_interactions()
    {
        await using var application = new RunningApplication();
        await application.StartAsync();
        var page = await theatre.NewPageAsync(application.Address);
        var count = 0;
        await page.GotoAsync(application.FirstOrganiserLink());
        await TypeAsync("#navn", "Astrid Arrangør");
        await TypeAsync("#epost", "astrid@nettverket.example");
        await TypeAsync("#passord", "fjorden er blank i dag");
        await PressAsync(Words.Access("FirstMake"));
        await page.ComesToAsync("samlinger");
        await TypeAsync("[name=tittel]", "Samling på Stad");
        await TypeAsync("[name=nettverk]", "Kortreist Kvalitet");
        await TypeAsync("[name=dato]", "2027-06-07");
        await TypeAsync("[name=tema]", "sirkulærøkonomi");
        await TypeAsync("[name=deltakere]", "Stad, Arendal og Bergen");
        await PressAsync(Words.Access("MakeGathering"));
        await page.LiveAsync();
        var code = (await page.Locator(".head .code").InnerTextAsync()).Trim();
        foreach (var party in new[] { "Stad", "Arendal", "Bergen" })
            await new Participant(await theatre.NewPageAsync(application.Address), party).JoinAsync(code);
        await PressAsync(Words.Console("Propose"));
        await PressAsync(Words.Console("ShowPairs"));
        await Expect(page.Locator("table.pairs tbody tr").First).ToBeVisibleAsync();
        await page.Locator(".time-panel button[aria-keyshortcuts=N]").ClickAsync();
        count++;
        await Expect(page.Locator("#time-title")).ToHaveTextAsync(Words.Phase(nameof(PhaseKind.CheckIn)));
        Assert.InRange(count, 1, 15);

        Task TypeAsync(string field, string text)
        {
            count++;
            return page.Locator(field).FillAsync(text);
        }

        Task PressAsync(string words)
        {
            count++;
            return page.PressAsync(words);
        }
    }

    [Fact]
    public async Task The_gathering_at_Stad_is_set_up_from_its_programme_by_two_at_once()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Kortreist kvalitetssamling 2021", "Stad", "Arendal");
        await organiser.OpenAsync("program");
        var page = organiser.Page;
        var beside = await organiser.OpenBesideAsync("program");

        // A year with a figure too many is refused beside its field, and stays there to be mended.
        await page.Locator("#dato").FillAsync("7.6.20021");
        await Expect(page.Locator("#dato-error")).ToHaveTextAsync(Words.Refusal("ImplausibleDate"));
        await Expect(page.Locator(".save-state .when-up")).ToContainTextAsync(Words.Common("NotSent"));
        await page.Locator("#dato").FillAsync("7.6.2021");
        await Expect(beside.Locator("#dato")).ToHaveValueAsync("7.6.2021");
        await page.Locator("#fra").FillAsync("9");
        await page.Locator("#til").FillAsync("8.30");
        await Expect(page.Locator("#til-error")).ToHaveTextAsync(Words.Refusal("ImplausibleTime"));
        await page.Locator("#til").FillAsync("15.30");
        await Expect(beside.Locator("#til")).ToHaveValueAsync("15:30");

        // What one has written oneself comes back in another form, and is nobody else's change.
        await page.Locator("#til").BlurAsync();
        await Expect(page.Locator("#til")).ToHaveValueAsync("15:30");
        await Expect(page.Locator(".theirs")).ToHaveCountAsync(0);

        // A start after the old end waits for the new one.
        await page.Locator("#fra").FillAsync("16");
        await Expect(page.Locator("#fra-error")).ToHaveTextAsync(Words.Refusal("ImplausibleTime"));
        await page.Locator("#til").FillAsync("1745");
        await Expect(beside.Locator("#fra")).ToHaveValueAsync("16:00");
        await Expect(beside.Locator("#til")).ToHaveValueAsync("17:45");
        await Expect(page.Locator("#fra-error")).ToHaveTextAsync("");

        // One writes in the field that another changes: nothing is taken out of her hands, and she is asked.
        await beside.Locator("#vertskap").FocusAsync();
        await beside.Locator("#vertskap").PressSequentiallyAsync(" og en til");
        await page.Locator("#vertskap").FillAsync("Stad kommune, Nordfjordeid");
        await page.Locator("#sted").FillAsync("Digitalt");
        await Expect(beside.Locator("#sted")).ToHaveValueAsync("Digitalt");
        await Expect(page.Locator(".save-state .when-up")).ToContainTextAsync(Words.Common("AllSaved"));

        // With the keyboard alone: a beginning of the Sami name finds it.
        await page.Locator("#sok-part").FocusAsync();
        await page.Locator("#sok-part").PressSequentiallyAsync("tra");
        await Expect(page.Locator(".hits [role=option]").First).ToContainTextAsync("Trondheim – Tråante");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".parties .name").Last).ToContainTextAsync("Trondheim – Tråante");

        // A list as it stood in an e-mail.
        await page.GetByText(Words.Programme("PasteTitle")).ClickAsync();
        await page.Locator("#liste")
            .FillAsync("Hei, her er listen:\n1. Kristiansand\n• Kari <kari@bergen.kommune.no>\nstad kommune\nHerøy\nAsker og Hurdal");
        await Expect(page.Locator(".lines .is-asking")).ToHaveCountAsync(2);
        await page.PressAsync(Words.Programme("InviteThese", 4));
        await Expect(page.Locator(".parties .name")).ToHaveCountAsync(7);

        await AddBlockAsync("Bolk 1: Kortreiste sirkler", "Sirkulærøkonomien i et kortreist perspektiv", "Den sirkulære energien");
        await AddBlockAsync(
            "Bolk 2: Bærekraftig samfunnsutvikling når alt er i spill",
            "Mobilitet, areal og boliger når ny batterifabrikk etableres i Arendal"
        );
        var first = page.Locator(".blocks > li:has(.block)").First;
        await first.GetByRole(AriaRole.Checkbox).CheckAsync();
        await first.Locator(".talks .chip").First.ClickAsync();
        await first.GetByLabel(Words.Programme("Speakers")).FillAsync("Kjetil Bjørklund, KS");
        await first.GetByLabel(Words.Programme("Presentation"), new() { Exact = true }).FillAsync("javascript:alert(1)");
        await Expect(first.Locator(".talks .field-error").Filter(new() { HasText = Words.Refusal("ImplausibleAddress") }))
            .ToBeVisibleAsync();
        await first.GetByLabel(Words.Programme("Presentation"), new() { Exact = true }).FillAsync("stad.kommune.no/kretslop.pdf");
        await Expect(beside.Locator(".talks .what").First).ToContainTextAsync("Kjetil Bjørklund, KS");

        // Moved by key, removed by button, and undone by key.
        await page.Locator(".blocks > li").Nth(1).Locator(".bar button").First.ClickAsync();
        await Expect(beside.Locator(".blocks > li").First.GetByLabel(Words.Programme("BlockTitle")))
            .ToHaveValueAsync("Bolk 2: Bærekraftig samfunnsutvikling når alt er i spill");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(beside.Locator(".blocks > li").First.GetByLabel(Words.Programme("BlockTitle")))
            .ToHaveValueAsync("Bolk 1: Kortreiste sirkler");

        await page.Locator("#steg-Presentation-0-min").FillAsync("10000");
        await Expect(page.Locator("#steg-Presentation-0-min-error")).ToHaveTextAsync(Words.Refusal("ImplausibleMinutes", 480));
        await page.Locator("#steg-Presentation-0-min").FillAsync("14");
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 64));
        await page.ReloadAsync();
        await page.LiveAsync();
        await Expect(page.Locator("#steg-Presentation-0-min")).ToHaveValueAsync("14");
        await Expect(page.Locator("#vertskap")).ToHaveValueAsync("Stad kommune, Nordfjordeid");

        async Task AddBlockAsync(string title, params string[] talks)
        {
            await page.Locator("#ny-bolk").FillAsync(title);
            await page.PressAsync(Words.Programme("AddBlock"));
            var block = page.Locator(".blocks > li:has(.block)").Last;
            await Expect(block.GetByLabel(Words.Programme("BlockTitle"))).ToHaveValueAsync(title);
            foreach (var talk in talks)
            {
                await block.Locator(".adding input").FillAsync(talk);
                await block.GetByRole(AriaRole.Button, new() { Name = Words.Programme("AddTalk") }).ClickAsync();
                await Expect(block.Locator(".talks strong").Last).ToHaveTextAsync(talk);
            }
        }
    }
}
