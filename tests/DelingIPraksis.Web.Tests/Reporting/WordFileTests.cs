using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class WordFileTests
{
    [Fact]
    public async Task The_publication_has_the_house_form_from_title_to_closing()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: false);
        Assert.Equal(
        [
            "Nettverk: Kortreist Kvalitet",
            "Title: Kortreist samling 7. juni 2021",
            "Subtitle: Samling nr. 5 · 7. juni 2021 · Vert: Stad kommune · Digitalt",
            "Ingress: Et nettverk av kommuner.",
            "TOCHeading: Innhold",
            "TOC1: Om samlingen og denne rapporten\t",
            "TOC1: Velkommen til Stad kommune\t",
            "TOC1: Bolk 1: Kortreiste sirkler\t",
            "TOC1: Noen punkt fra gruppearbeidet\t",
            "TOC1: Til slutt\t",
            "TOC1: Hvem som var med\t",
            "Heading1: Om samlingen og denne rapporten",
            "-: Stad var vert.",
            "-: Rapporten samler innleggene.",
            "Heading1: Velkommen til Stad kommune",
            "-: Ordføreren ønsket velkommen.",
            "Heading1: Bolk 1: Kortreiste sirkler",
            "-: Fire innlegg.",
            "Heading2: Biogass i Viken",
            "Innleder: Tord Araldsen (Viken fylkeskommune), Kari Nordmann",
            "-: Om å gjere meir av avfallet. Det er ikkje vanskeleg, seier dei.",
            "-: Presentasjon: Biogass i Viken",
            "Heading2: Gruppearbeid: Deling i praksis",
            "-: Kommunene satt sammen to og to.",
            "Innledning: Disse arbeidet sammen:",
            "Gruppe/: \tStad + Arendal",
            "Gruppe/: \tBergen + Guovdageaidnu - Kautokeino",
            "Heading1: Noen punkt fra gruppearbeidet",
            "Heading2: Barrierer for sirkulærøkonomi",
            "Innledning: Samlet fra det gruppene skrev.",
            "ListBullet/■: Det mangler lager og måling",
            "ListBullet/■: Folk kaster mer",
            "Heading2: Muligheter for sirkulærøkonomi",
            "Innledning: Samlet fra det gruppene skrev.",
            "ListBullet/•: Gå sammen med frivilligheten",
            "Heading1: Til slutt",
            "-: Takk for dagen.",
            "Heading1: Hvem som var med",
            "Innledning: 4 deltakere på samlingen:",
            "ListBullet/–: Kommuner: Stad, Arendal, Bergen, Guovdageaidnu - Kautokeino",
            "Ettertekst:  Laget med Deling i praksis",
        ],
        document.Outline());
        Assert.Empty(document.Faults());
    }

    /// <summary>
    /// The typefaces lie in the file, scrambled as the format says: what a reader takes out again is the file they came from.
    /// </summary>
    [Fact]
    public async Task Its_typefaces_are_in_the_file()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: false);
        var fonts = document.MainDocumentPart!.FontTablePart!;
        var found = fonts.Fonts!.Descendants<DocumentFormat.OpenXml.Wordprocessing.FontRelationshipType>().ToList();
        Assert.Equal(
            ["Source Serif 4", "Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next"],
            found.Select(font => ((DocumentFormat.OpenXml.Wordprocessing.Font)font.Parent!).Name!.Value)
        );
        foreach (var font in found)
        {
            using var content = new MemoryStream();
            await using (var stream = fonts.GetPartById(font.Id!).GetStream())
                await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            var bytes = content.ToArray();
            var key = Convert
                .FromHexString(font.FontKey!.Value!.Trim('{', '}').Replace("-", "", StringComparison.Ordinal))
                .Reverse()
                .ToArray();
            for (var index = 0; index < 32; index++) bytes[index] ^= key[index % 16];
            // A TrueType file begins with its version.
            Assert.Equal([0, 1, 0, 0], bytes[..4]);
        }
    }

    [Fact]
    public async Task The_archive_tells_the_sources_the_four_acts_and_every_note_in_a_table_with_a_head()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: true);
        var outline = document.Outline();
        Assert.Equal(
            [
                "Kilde: Stad: Vi mangler et lager",
                "Kilde: Guovdageaidnu - Kautokeino: =Ingen måler",
                "Kilde: Arendal: Spør frivilligsentralen↵De har lokaler",
            ],
            outline.Where(line => line.StartsWith("Kilde", StringComparison.Ordinal))
        );
        Assert.Equal(
        [
            "Heading3: Stad",
            "Feltnavn: Utfordring",
            "-: Alt går i containeren.",
            "Feltnavn: Arendal kjenner igjen",
            "-: Slik er det hos oss også.",
            "Feltnavn: Stad svarer Arendal",
            "-: Vi inviterer dere på befaring.",
            "Feltnavn: Dette tar vi med hjem",
            "-: Kartlegge én skole↵Ansvar: Eiendomssjefen↵Frist: 1. oktober 2021",
        ],
        outline.SkipWhile(line => line != "Heading3: Stad").Take(9));
        var table = Assert.Single(document.Body().Elements<Table>());
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(["Type", "Lapp", "Skrevet av", "Gruppe", "Tid", "Enige", "Stemmer", "I punkt"], rows[0]);
        Assert.Equal(
            ["■ Barriere", "Vi mangler et lager", "Stad", "Stad + Arendal", "07.06. 10.12", "Arendal", "1", "Barriere 1"],
            rows[1]
        );
        Assert.Equal(4, rows.Count);
        Assert.Empty(document.Faults());
    }

    [Fact]
    public async Task Nothing_that_was_not_handed_over_is_in_any_edition()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: true);
        Assert.DoesNotContain("Aldri levert over", document.Body().InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_run_has_its_language_also_a_nynorsk_text_in_a_bokmal_report()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: false);
        string LanguageOf(string start) =>
            document
                .Body()
                .Descendants<Run>()
                .First(run => run.InnerText.StartsWith(start, StringComparison.Ordinal))
                .RunProperties!.Languages!.Val!;
        Assert.Equal(("nb-NO", "nn-NO"), (LanguageOf("Stad var vert"), LanguageOf("Om å gjere meir")));
        Assert.All(
            document.Body().Descendants<Run>().Where(run => run.InnerText.Length > 0 && run.GetFirstChild<FieldCode>() is null),
            run => Assert.NotNull(run.RunProperties?.Languages)
        );
    }

    [Theory]
    [InlineData(Language.Nynorsk, "nn-NO", "Barrierar for sirkulærøkonomi")]
    [InlineData(Language.English, "en-GB", "Barriers to sirkulærøkonomi")]
    public async Task A_report_is_set_in_its_own_language(Language language, string tag, string heading)
    {
        using var document = await OpenAsync(SampleGathering.Whole(language).Now, attributed: true);
        Assert.Contains($"Heading2: {heading}", document.Outline());
        Assert.Equal(tag, document.PackageProperties.Language);
        Assert.Empty(document.Faults());
    }

    [Fact]
    public async Task A_link_says_where_it_leads_and_leads_there()
    {
        using var document = await OpenAsync(SampleGathering.Whole().Now, attributed: false);
        var link = document.Body().Descendants<Hyperlink>().Single(link => link.Id is not null);
        Assert.Equal("Presentasjon: Biogass i Viken", link.InnerText);
        Assert.Equal(
            "https://eksempel.no/biogass%20(1).pdf",
            document.MainDocumentPart!.HyperlinkRelationships.Single(relation => relation.Id == link.Id).Uri.AbsoluteUri
        );
    }

    [Fact]
    public async Task Every_letter_of_Unicode_comes_through_and_the_file_stays_valid()
    {
        var sample = SampleGathering.Begun();
        var expected = new List<string>();
        foreach (var piece in HostileTexts.AllOfUnicode().Take(400))
        {
            sample.AddPoint(expected.Count + 1, NoteKind.Barrier, $"x{piece}x");
            expected.Add(sample.Now.Points[^1].Text.Value);
        }

        using var document = await OpenAsync(sample.Now, attributed: false);
        var points = document
            .Body()
            .Elements<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "ListBullet")
            .Select(WordReading.TextOf)
            // After them come those who took part.
            .Take(expected.Count)
            .ToList();
        Assert.Equal(expected.Select(WordReading.Plain), points.Select(WordReading.Plain));
        Assert.Empty(document.Faults());
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_is_text(string text)
    {
        using var document = await OpenAsync(Hostile.Everywhere(text), attributed: true);
        Assert.Empty(document.Faults());
        Assert.Contains(
            WordReading.Plain(new PlainText(text).Value),
            WordReading.Plain(string.Concat(document.Body().Descendants<Paragraph>().Select(WordReading.TextOf))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_gathering_where_nothing_is_written_gives_a_valid_file()
    {
        using var document = await OpenAsync(SampleGathering.Begun().Now, attributed: true);
        Assert.Empty(document.Faults());
    }

    private static async Task<WordprocessingDocument> OpenAsync(Gathering gathering, bool attributed) =>
        WordprocessingDocument.Open(new MemoryStream(await Written.WordAsync(gathering, attributed)), isEditable: false);
}
