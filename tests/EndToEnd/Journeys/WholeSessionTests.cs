using System.Net;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The main job, from the first code to the report, in three browsers that know nothing of each other.</summary>
public sealed class WholeSessionTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const string Challenge = "Hemmelig til det presenteres: vi river en skole og vet ikke hva vi kaster.";
    private const string Solution = "En enkel liste for hver bygning, laget av vaktmesteren.";

    // What ten municipalities were left with in June 2021, in our own words, as many and in the same order as in their report.
    private static readonly string[] Barriers =
    [
        "Ordninger forsvinner fordi markedet er lite og reglene hindrer",
        "Det krever mye å få mange aktører til å dra sammen",
        "Det kastes mer selv om tilbudene finnes",
        "Vi mangler kunnskap om løsningene, og terskelen sitter i hodet",
        "Ingen måler omstillingen godt nok",
        "Viljen er stor, men ressursene strekker ikke til",
    ];

    private static readonly string[] Opportunities =
    [
        "Samarbeid med frivilligheten så begge vinner",
        "Ta vare på delingstjenestene fra pandemien",
        "Vis digitalt hvilke materialer som er ledige",
        "Bygg kompetanse så innkjøp blir et verktøy",
        "Forankre arbeidet i overordnede planer",
        "Be om felles nasjonale indikatorer",
        "La politikere og administrasjon arbeide tett",
        "Ta det inn i klimaregnskapet & klimabudsjettet",
        "Tell de indirekte utslippene: <ombruk> blir mer verdt",
    ];

    [Fact]
    public async Task From_the_first_code_to_a_published_report()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Samling på Stad", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = new Participant(await theatre.NewPageAsync(Screen.Phone, ColorScheme.Dark), "Arendal");
        var toArendal = BytesTo(arendal.Page);
        await arendal.JoinAsync(code);

        await organiser.PairAsync();
        await Expect(arendal.Page.Locator("header .who")).ToContainTextAsync("Stad");

        // What is written is private until it is presented: not a byte of it reaches the partner.
        await organiser.GoToAsync(PhaseKind.Writing);
        await stad.IsAtAsync(PhaseKind.Writing);
        await stad.WriteAsync(Words.Board("Challenge"), Challenge);
        await stad.WriteAsync(Words.Board("Solutions"), Solution);
        await arendal.WriteAsync(Words.Board("Challenge"), "Matavfallet fra skolene øker.");
        Assert.DoesNotContain("Hemmelig", Encoding.UTF8.GetString(toArendal.ToArray()), StringComparison.Ordinal);
        await organiser.GoToAsync(PhaseKind.Presentation);
        await arendal.IsAtAsync(PhaseKind.Presentation);
        if (!await stad.PresentsAsync())
        {
            Assert.DoesNotContain("Hemmelig", Encoding.UTF8.GetString(toArendal.ToArray()), StringComparison.Ordinal);
            await stad.Page.PressAsync(Words.Board("TurnPresentsNow", "Stad"));
        }

        await Expect(arendal.Page.GetByText(Challenge)).ToBeVisibleAsync();
        Assert.Contains("Hemmelig", Encoding.UTF8.GetString(toArendal.ToArray()), StringComparison.Ordinal);

        // The partner says how it is experienced, hands it over, and is answered.
        await organiser.GoToAsync(PhaseKind.Feedback);
        await arendal.IsAtAsync(PhaseKind.Feedback);
        await arendal.WriteAsync(Words.Board("PromptRecognise"), "Vaktmesteren vet mest hos oss også.");
        await arendal.HandOverAsync();
        await Expect(stad.Page.Locator("#received")).ToContainTextAsync("Vaktmesteren vet mest hos oss også.");
        await stad.WriteAsync(Words.Board("AnswerLabel"), "Vi begynner med to skoler.");
        await Expect(arendal.Page.GetByText("Vi begynner med to skoler.")).ToBeVisibleAsync();

        // Notes stand on each other's screens at once, and in the order they were written.
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        await WriteNotesAsync(NoteKind.Barrier, Barriers);
        await arendal.Page.Locator("label:has(#tab-opportunity)").ClickAsync();
        await WriteNotesAsync(NoteKind.Opportunity, Opportunities);

        await organiser.GoToAsync(PhaseKind.Summary);
        await stad.IsAtAsync(PhaseKind.Summary);
        await stad.Page.Locator("#home-what").FillAsync("Kartlegge én skole");
        await stad.Page.PressAsync(Words.Board("HomeSave"));
        await Expect(stad.Page.Locator("#home-trouble")).ToContainTextAsync(Words.Refusal("OwnerMissing"));
        await stad.Page.Locator("#home-owner").FillAsync("rektor");
        await stad.Page.PressAsync(Words.Board("HomeSave"));
        await Expect(arendal.Page.Locator(".kept")).ToContainTextAsync("Kartlegge én skole");
        await organiser.EndAsync();

        // From notes to the report, and out to everybody.
        await organiser.OpenAsync("rapport");
        await organiser.Page.PressAsync(Words.Desk("UseAll", Barriers.Length + Opportunities.Length));
        await Expect(organiser.Page.Locator(".card.is-opportunity")).ToHaveCountAsync(Opportunities.Length);
        await organiser.OpenPlaceAsync("publisering");
        await TheFilesHoldThePointsAsync(organiser.Page);
        await organiser.PublishAsync();
        await Expect(stad.Page.GetByRole(AriaRole.Link, new() { Name = Words.Exchange("ReportRead") })).ToBeVisibleAsync();

        var reader = await theatre.NewPageAsync();
        await reader.GotoAsync("/rapporter");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Samling på Stad" }).First.ClickAsync();
        await Expect(reader.Locator("article .is-barrier li")).ToHaveTextAsync(Barriers);
        await Expect(reader.Locator("article .is-opportunity li")).ToHaveTextAsync(Opportunities);
        Assert.DoesNotContain(Challenge, await reader.ContentAsync(), StringComparison.Ordinal);

        async Task WriteNotesAsync(NoteKind kind, string[] texts)
        {
            foreach (var (number, text) in texts.Index())
            {
                var (writer, partner) = number % 2 == 0 ? (stad, arendal) : (arendal, stad);
                await writer.AddNoteAsync(kind, text);
                await partner.SeesNoteAsync(kind, text);
            }
        }
    }

    private static async Task TheFilesHoldThePointsAsync(IPage desk)
    {
        using var json = JsonDocument.Parse(await DownloadAsync(desk, "Json"));
        Assert.Equal(Barriers, PointsOf(json, "barriers"));
        Assert.Equal(Opportunities, PointsOf(json, "opportunities"));

        var markdown = Encoding.UTF8.GetString(await DownloadAsync(desk, "Markdown"));
        StandInOrder(WebUtility.HtmlDecode(markdown).Replace("\\", "", StringComparison.Ordinal), [.. Barriers, .. Opportunities]);

        using var file = new MemoryStream(await DownloadAsync(desk, "Word"));
        using var word = WordprocessingDocument.Open(file, false);
        var paragraphs = word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal(Barriers, paragraphs.Where(Barriers.Contains));
        Assert.Equal(Opportunities, paragraphs.Where(Opportunities.Contains));
        Assert.True(paragraphs.IndexOf(Barriers[^1]) < paragraphs.IndexOf(Opportunities[0]));
    }

    private static IEnumerable<string?> PointsOf(JsonDocument json, string list) =>
        json.RootElement.GetProperty(list).EnumerateArray().Select(point => point.GetProperty("text").GetString());

    private static void StandInOrder(string text, string[] parts)
    {
        var at = -1;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at + 1, StringComparison.Ordinal);
            Assert.True(found > at, $"«{part}» is missing or out of order in:\n{text}");
            at = found;
        }
    }

    private static async Task<byte[]> DownloadAsync(IPage desk, string words)
    {
        var download = await desk.RunAndWaitForDownloadAsync(() =>
            desk.GetByRole(AriaRole.Link, new() { Name = Words.Desk(words), Exact = true }).ClickAsync()
        );
        await using var stream = await download.CreateReadStreamAsync();
        using var kept = new MemoryStream();
        await stream.CopyToAsync(kept);
        return kept.ToArray();
    }

    private static List<byte> BytesTo(IPage page)
    {
        var bytes = new List<byte>();
        page.WebSocket += (_, socket) =>
            socket.FrameReceived += (_, frame) => bytes.AddRange(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        return bytes;
    }
}
