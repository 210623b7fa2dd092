using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// R9: whatever can be put in a field comes to the partner's screen and to the files as it was written, in the one form text is kept in.
/// </summary>
public sealed class EveryLetterTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly string[] _texts =
    [
        "Null\0 og \u0007 bjelle \u001B og \uFFFE",
        "Et halvt par \uD83D her, og ett \uDC00 der",
        "z\u0338\u0335\u0322a\u0315\u031B\u0300l\u0316\u0317g\u0334o\u0321\u0360",
        "\u202Eשלום عليكم\u202C og så norsk",
        "👨‍👩‍👧‍👦 🧑🏽‍🔧 🏳️‍🌈 🇳🇴",
        "𠜎𠜱 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈",
        "A\u030Arsak, o\u0308 og e\u0301, Čáhcesuolu, Snåasen tjïelte",
        "=1+1 og <b>ikke</b> & \"sitat\" 'her'",
    ];

    [Fact]
    public async Task Every_letter_reaches_the_partner_and_the_files()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Alle tegn", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);

        foreach (var text in _texts)
        {
            var composer = stad.Page.Locator("#new-barrier");
            // As pasted: what the driver's own message could not carry is put together in the page.
            await composer.EvaluateAsync(
                "(field, units) => { field.value = String.fromCharCode(...units); "
                    + "field.dispatchEvent(new Event('input', { bubbles: true })); }",
                text.Select(unit => (int)unit).ToArray()
            );
            await composer.PressAsync("Enter");
            await Expect(composer).ToHaveValueAsync("");
        }

        var kept = _texts.Select(text => new PlainText(text).Value).ToList();
        await Expect(arendal.Page.Locator(".note-barrier .text")).ToHaveCountAsync(kept.Count);
        var shown = await arendal
            .Page.Locator(".note-barrier .text")
            .EvaluateAllAsync<string[]>("notes => notes.map(note => note.textContent.trim())");
        Assert.Equal(kept.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));

        var answer = await organiser.Page.APIRequest.GetAsync($"{organiser.Gathering}/filer/json");
        Assert.True(answer.Ok);
        var written = Strings(JsonDocument.Parse(await answer.BodyAsync()).RootElement).ToHashSet();
        Assert.All(kept, text => Assert.Contains(text, written));
        foreach (var format in new[] { "docx", "xlsx", "csv", "html", "md" })
            Assert.True((await organiser.Page.APIRequest.GetAsync($"{organiser.Gathering}/filer/{format}")).Ok, format);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
