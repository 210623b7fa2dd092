using System.Globalization;
using System.Text.Json;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>P11 and the phone in the back row: a slow network (1.6 Mbit/s, 300 ms there and back), a small screen, a finger.</summary>
[Collection(nameof(Theatre))]
public sealed class SlowLineTests(Theatre theatre, ITestOutputHelper output)
{
    private const int LargestPage = 250 * 1024;
    private const string Sentence = "Ræva kraftig språk: fåglane på Ås søng «æ ø å», og 🧑‍🔧 river ned 1 200 m² før jul.";

    [Fact]
    public async Task The_first_visit_weighs_no_more_than_promised_and_every_letter_typed_on_a_slow_network_is_there()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Tregt nett", "Stad", "Arendal");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(Screen.Phone), "Stad");
        await using var weight = await OnSlowNetworkAsync(stad.Page);
        var door = weight.Bytes;
        await stad.JoinAsync(code);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P11: {weight.Bytes / 1024.0:0} KB over the wire from the front page to a live board (front page alone {door / 1024.0:0} KB); first visit, nothing cached"));
        output.WriteLine(weight.ToString());
        Assert.InRange(weight.Bytes, 1, LargestPage);

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

    // As fast as a keyboard can: the caret is where it should be after each letter, also while the server's answers come.
    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.PressSequentiallyAsync(text, new() { Delay = 5 });
        await Expect(field).ToHaveValueAsync(text);
        Assert.Equal(text.Length, await field.EvaluateAsync<int>("field => field.selectionStart"));
    }

    private static async Task<Wire> OnSlowNetworkAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var wire = new Wire(session);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object> { ["offline"] = false, ["latency"] = 300, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 96_000 });
        return wire;
    }

    /// <summary>What has come over the wire, as the browser counts it: packed, with headers, and what came on the live connection.</summary>
    private sealed class Wire : IAsyncDisposable
    {
        private readonly Dictionary<string, string> _addresses = [];
        private readonly List<(string Address, long Bytes)> _files = [];
        private readonly ICDPSession _session;

        public Wire(ICDPSession session)
        {
            _session = session;
            On("Network.requestWillBeSent", seen => _addresses[seen.GetProperty("requestId").GetString()!] = seen.GetProperty("request").GetProperty("url").GetString()!);
            On("Network.loadingFinished", seen => _files.Add((_addresses.GetValueOrDefault(seen.GetProperty("requestId").GetString()!, "?"), (long)seen.GetProperty("encodedDataLength").GetDouble())));
            On("Network.webSocketFrameReceived", seen => _files.Add(("ws", Length(seen.GetProperty("response")))));
        }

        public long Bytes
        {
            get
            {
                lock (_files) return _files.Sum(file => file.Bytes);
            }
        }

        public override string ToString()
        {
            lock (_files)
                return string.Join('\n', _files.GroupBy(file => file.Address).Select(file => (file.Key, Bytes: file.Sum(part => part.Bytes))).OrderByDescending(file => file.Bytes).Select(file => $"{file.Bytes,8} {file.Key}"));
        }

        public ValueTask DisposeAsync() => new(_session.DetachAsync());

        // Binary frames are told of in base 64.
        private static long Length(JsonElement frame) => frame.GetProperty("payloadData").GetString()!.Length * (frame.GetProperty("opcode").GetInt32() == 2 ? 3L : 4L) / 4;

        private void On(string what, Action<JsonElement> act) => _session.Event(what).OnEvent += (_, seen) =>
        {
            lock (_files) act(seen!.Value);
        };
    }
}
