using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>P11 and the phone in the back row: a slow network (1.6 Mbit/s, 300 ms there and back), a small screen, a finger.</summary>
public sealed class SlowConnectionTests(JourneyFixture theatre, ITestOutputHelper output) : IClassFixture<JourneyFixture>
{
    // P11 is about the board's page: 250 KB. Here are the two pages on the way to it as well, some 15 KB.
    private const int LargestWayIn = 265 * 1024;
    private const string Sentence = "Ræva kraftig språk: fåglane på Ås søng «æ ø å», og 🧑‍🔧 river ned 1 200 m² før jul.";

    [Fact]
    public async Task The_first_visit_weighs_no_more_than_promised_and_every_letter_typed_on_a_slow_network_is_there()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Tregt nett", "Stad", "Arendal");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await using var line = new FaultyConnection(theatre.Application.Address);
        var stad = new Participant(await theatre.NewPageAsync(line.Address, Screen.Phone), "Stad");
        await OnSlowNetworkAsync(stad.Page);
        var weights = new ConcurrentDictionary<string, Task<int>>();
        stad.Page.RequestFinished += (_, request) => weights.GetOrAdd(request.Url, _ => WeightOfAsync(request));
        await stad.Page.GotoAsync("/");
        var front = line.BytesToTheBrowser;
        var watch = new Stopwatch();
        stad.Page.Request += (_, request) => { if (request.Method == "POST") watch.Restart(); };
        await stad.JoinAsync(code);
        await Expect(stad.Page.Locator(".work-bar")).ToBeVisibleAsync();
        var weight = (await Task.WhenAll(weights.Values)).Sum();
        // The time is never asserted: a busy machine is slow. Nor is all that came: what is fetched ahead may be cut off by a press and
        // fetched again.
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"P11: {weight / 1024.0:0} KB in {weights.Count} files, {line.BytesToTheBrowser / 1024.0:0} KB over the wire, from the "
                    + $"front page ({front / 1024.0:0} KB) to a live board, nothing cached before; "
                    + $"{watch.Elapsed.TotalSeconds:0.0} s from «Bli med» to the board"
            )
        );
        Assert.InRange(weight, 50_000, LargestWayIn);

        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Writing);
        await stad.IsAtAsync(PhaseKind.Writing);
        foreach (var label in new[] { Words.Board("Challenge"), Words.Board("Solutions") })
        {
            var field = stad.Page.GetByLabel(label, new() { Exact = true });
            await field.TapAsync();
            await TypeAsync(field, Sentence);
            await stad.SavedAsync(label, Sentence);
        }

        await organiser.GoToAsync(PhaseKind.Board);
        await stad.Page.EvaluateAsync("document.activeElement.blur()");
        await stad.IsAtAsync(PhaseKind.Board);
        var composer = stad.Page.Locator("#new-barrier");
        await composer.TapAsync();
        await TypeAsync(composer, Sentence);
        await composer.PressAsync("Enter");
        await stad.SeesNoteAsync(NoteKind.Barrier, Sentence);
        await arendal.SeesNoteAsync(NoteKind.Barrier, Sentence);
    }

    // Packed as it is on the wire, with its headers.
    private static async Task<int> WeightOfAsync(Microsoft.Playwright.IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }

    // As fast as a keyboard can: the caret is where it should be after each letter, also while the server's answers come.
    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.PressSequentiallyAsync(text, new() { Delay = 5 });
        await Expect(field).ToHaveValueAsync(text);
        Assert.Equal(text.Length, await field.EvaluateAsync<int>("field => field.selectionStart"));
    }

    private static async Task OnSlowNetworkAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync(
            "Network.emulateNetworkConditions",
            new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 300,
                ["downloadThroughput"] = 200_000,
                ["uploadThroughput"] = 96_000,
            }
        );
    }
}
