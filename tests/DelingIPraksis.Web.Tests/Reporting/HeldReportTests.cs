using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>
/// The files of a gathering as it was held: talks outside the blocks, a talk after the points, several links, links in running texts, who
/// welcomed, and who took part.
/// </summary>
public sealed class HeldReportTests
{
    private const string Slides = "https://stad.example/";

    [Fact]
    public async Task The_report_has_the_order_in_which_it_was_held() => Assert.Equal(
        [
            "# Kortreist samling 7. juni 2021",
            "## Om samlingen og denne rapporten",
            "## Velkommen til Stad kommune",
            "## Kortreiste kretsløp",
            "## Bolk 1: Kortreiste sirkler",
            "### Biogass i Viken",
            "### Gruppearbeid: Deling i praksis",
            "## Bolk 2: Når alt er i spill",
            "### Sammenslåing",
            "## Noen punkt fra gruppearbeidet",
            "### Barrierer for sirkulærøkonomi",
            "### Muligheter for sirkulærøkonomi",
            "## Kompetanse for omstilling",
            "## Til slutt",
            "## Hvem som var med",
        ],
        (await MarkdownAsync(Held().Now)).Split('\n').Where(line => line.StartsWith('#')));

    [Fact]
    public async Task Each_link_has_words_of_its_own()
    {
        var text = await MarkdownAsync(Held().Now);
        Assert.Contains(
            """
            Alfred Bjørlo (Stad kommune)

            Ordføreren ønsket velkommen.

            [Presentasjon: Velkommen til Stad kommune](<https://stad.example/velkommen>)
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """
            [Presentasjonen til Kristine Dahl](<https://stad.example/dahl>)

            [Presentasjon: Sammenslåing](<https://stad.example/andersson>)

            [Presentasjon 2: Sammenslåing](<https://stad.example/tredje>)
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Les på [nettsiden](<https://stad.example/nett>) vår.", text, StringComparison.Ordinal);
        Assert.Contains(
            "[Rapporten slik den først ble publisert](<https://stad.example/rapport>)\n\n## Om samlingen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_file_and_the_word_document_have_the_same_links()
    {
        var html = await Written.TextAsync(new HtmlFile(), Held().Now, attributed: false);
        Assert.Contains("Les på <a href=\"https://stad.example/nett\">nettsiden</a> vår.", html, StringComparison.Ordinal);
        Assert.Contains("<li>Se <a href=\"https://stad.example/punkt\">her</a></li>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.Ordinal);

        using var document = WordprocessingDocument.Open(
            new MemoryStream(await Written.WordAsync(Held().Now, attributed: false)), isEditable: false);
        var relations = document.MainDocumentPart!.HyperlinkRelationships.ToDictionary(relation => relation.Id, relation => relation.Uri);
        Assert.Equal(
            [
                ("Rapporten slik den først ble publisert", "rapport"),
                ("nettsiden", "nett"),
                ("Presentasjon: Velkommen til Stad kommune", "velkommen"),
                ("Presentasjon: Kortreiste kretsløp", "kretslop"),
                ("Presentasjonen til Kristine Dahl", "dahl"),
                ("Presentasjon: Sammenslåing", "andersson"),
                ("Presentasjon 2: Sammenslåing", "tredje"),
                ("her", "punkt"),
                ("Presentasjon: Kompetanse for omstilling", "kompetanse"),
            ],
            document.Body().Descendants<Hyperlink>()
                .Where(link => link.Id?.Value is { } id && relations[id].AbsoluteUri.StartsWith(Slides, StringComparison.Ordinal))
                .Select(link => (link.InnerText, relations[link.Id!.Value!].AbsoluteUri[Slides.Length..]))
        );
        Assert.Empty(document.Faults());
    }

    [Fact]
    public async Task What_is_exported_is_taken_in_again_byte_for_byte()
    {
        var first = await Written.BytesAsync(new ReportJsonFile(), Held().Now, attributed: true);
        var taken = ImportTests.TakenIn(await ImportTests.ReadAsync(first));
        Assert.Equal(
            Encoding.UTF8.GetString(first),
            Encoding.UTF8.GetString(await Written.BytesAsync(new ReportJsonFile(), taken, attributed: true))
        );
        Assert.Equal(await MarkdownAsync(Held().Now), await MarkdownAsync(taken));
    }

    [Fact]
    public async Task Who_took_part_is_listed_by_kind_and_who_withholds_its_name_is_not()
    {
        var held = Held()
            .Do(SampleGathering.Organiser, new PartyInvited(SampleGathering.Party(7), "KS", null, PartyKind.Association, null))
            .Do(SampleGathering.Organiser, new PartyInvited(SampleGathering.Party(8), "CICERO", null, PartyKind.Research, null))
            .Do(SampleGathering.Organiser, new PartyInvited(SampleGathering.Party(9), "Kom ikke", null, PartyKind.Municipality, null));
        Assert.Contains(
            """
            6 deltakere på samlingen:

            - Kommuner: Stad, Arendal, Bergen, Guovdageaidnu - Kautokeino
            - KS og andre organisasjoner for kommuner: KS
            - Forskning: CICERO
            """.ReplaceLineEndings("\n"),
            await MarkdownAsync(held.Now),
            StringComparison.Ordinal
        );
        held.Do(SampleGathering.Organiser, new ConsentAsked(held.Clock.AddDays(5), SilenceMeansYes: true));
        var name = GatheringView.For(held.Now, SampleGathering.From(2)).OwnQuotes.Single(quote => quote.Ref.Kind == QuoteKind.Name);
        held.Do(SampleGathering.From(2), new ConsentGiven([new QuoteAnswer(name.Ref, QuoteVerdict.Withheld, name.Words)]));
        Assert.Contains(
            "- Kommuner: Stad, Arendal, Guovdageaidnu - Kautokeino\n", await MarkdownAsync(held.Now), StringComparison.Ordinal);
        foreach (IReportFile file in new IReportFile[] { new MarkdownFile(), new HtmlFile(), new ReportJsonFile() })
            Assert.DoesNotContain("Bergen", await Written.TextAsync(file, held.Now, attributed: false), StringComparison.Ordinal);
    }

    private static Task<string> MarkdownAsync(Gathering gathering) =>
        Written.TextAsync(new MarkdownFile(), gathering, attributed: false);

    private static SampleGathering Held()
    {
        var sample = SampleGathering.Whole();
        var facts = sample.Now.Facts;
        return sample
            .Do(SampleGathering.Organiser, new GatheringDescribed(facts with { OriginalReport = new(Slides + "rapport") }, facts))
            .Do(SampleGathering.Organiser, new ReportTextWritten(
                ReportText.About, $"Les på [nettsiden]({Slides}nett) vår. [trykk](javascript:alert(1))"))
            .Do(SampleGathering.Organiser, new WelcomeDescribed(new Welcome(
                [new("Alfred Bjørlo", "Stad kommune")], [Link("", "velkommen")])))
            .Do(SampleGathering.Organiser, new BlockPut(Block.Of(Id<Block>(1), Talk(1, "Kortreiste kretsløp", Link("", "kretslop")))))
            .Do(SampleGathering.Organiser, new BlockMoved(Id<Block>(1), 0))
            .Do(SampleGathering.Organiser, new BlockPut(new Block(Id<Block>(2), "Bolk 2: Når alt er i spill", "Om sammenslåing.",
                [Talk(2, "Sammenslåing", Link("Presentasjonen til Kristine Dahl", "dahl"), Link("", "andersson"), Link("", "tredje"))],
                false)))
            .Do(SampleGathering.Organiser, new BlockPut(
                Block.Of(Id<Block>(3), Talk(3, "Kompetanse for omstilling", Link("", "kompetanse"))) with { AfterPoints = true }))
            .AddPoint(9, NoteKind.Opportunity, $"Se [her]({Slides}punkt)");
    }

    private static Talk Talk(int number, string title, params Link[] links) =>
        new(Id<Talk>(number), title, [], "Om dette.") { Links = [.. links] };

    private static Link Link(string words, string page) => new(words, new(Slides + page));

    private static Id<T> Id<T>(int number) => new(new Guid(77, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)number]));
}
