using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Briefs;
using DelingIPraksis.Web.Tests.Reporting;
using DocumentFormat.OpenXml.Packaging;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Briefs;

/// <summary>
/// Whose words are in the municipality's own sheet. Each party has a word of its own in everything it writes, and every byte of every file
/// is searched for all of them.
/// </summary>
public sealed partial class BriefWordsTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task A_brief_has_its_own_words_those_of_its_partner_and_no_others(string format)
    {
        var told = Told().Do(SampleGathering.Organiser, new ReportPublished()).Now;
        for (var party = 0; party < SampleGathering.Names.Length; party++)
        {
            string[] may = [$"zanswer{party}", $"zchallenge{party}", $"zfeedback{Partner(party)}", $"zpoint{party}", $"zpromise{party}"];
            Assert.Equal(may, await PlantedAsync(told, party, format));
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task Points_are_the_organisers_until_the_report_is_published(string format) =>
        Assert.Equal(["zanswer0", "zchallenge0", "zfeedback1", "zpromise0"], await PlantedAsync(Told().Now, 0, format));

    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task What_is_withheld_is_in_none_not_even_in_that_of_the_one_who_wrote_it(string format)
    {
        var told = Told().Do(SampleGathering.Organiser, new ConsentAsked(new DateTimeOffset(2021, 7, 1, 0, 0, 0, TimeSpan.Zero), false));
        Withhold(told, 1, QuoteKind.Feedback);
        Withhold(told, 0, QuoteKind.Text);
        Withhold(told, 1, QuoteKind.Name);
        Assert.Equal(["zanswer0", "zpromise0"], await PlantedAsync(told.Now, 0, format));
        Assert.DoesNotContain("Arendal", await TextAsync(told.Now, 0, format), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withheld_after_the_publication_is_gone_too()
    {
        var published = Told().Do(SampleGathering.Organiser, new ReportPublished());
        var then = published.Now;
        published.Do(SampleGathering.Organiser, new ConsentAsked(new DateTimeOffset(2021, 7, 1, 0, 0, 0, TimeSpan.Zero), true));
        // The point says the note word for word.
        Withhold(published, 0, QuoteKind.Note);
        var brief = CouncilBriefs.Of(published.Now, then).For(SampleGathering.Party(0))!;
        Assert.Empty(brief.Sections!);
        Assert.NotEmpty(CouncilBriefs.Of(then, then).For(SampleGathering.Party(0))!.Sections!);
        Assert.DoesNotContain("zpoint0", await PlantedAsync(published.Now, 0, "docx", then));
    }

    [Theory]
    [InlineData("nb", "Orienteringssak", "Saken tas til orientering.", "Vår utfordring", "Arendal kommune")]
    [InlineData("nn", "Orienteringssak", "Saka blir teken til orientering.", "Utfordringa vår", "Arendal kommune")]
    [InlineData("en", "Matter for information", "The matter is noted.", "Our challenge", "Arendal kommune")]
    public async Task It_is_written_in_the_language_the_party_chooses(string code, params string[] said)
    {
        foreach (var format in BriefFiles.Formats)
        {
            var text = await TextAsync(Told().Now, 0, format, BriefFiles.LanguageOf(code)!.Value);
            Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Word_opens_it_without_a_fault_also_when_nothing_is_written_and_in_rounds()
    {
        foreach (var gathering in (Gathering[])[Told().Now, Closed(SampleGathering.Begun()), Closed(SampleGathering.InRounds())])
        {
            using var file = new MemoryStream(await MakeAsync(gathering, 0, "docx", Language.Nynorsk));
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            Assert.Empty(document.Faults());
        }
    }

    [Fact]
    public async Task The_same_state_gives_the_same_Word_file_byte_for_byte() => Assert.Equal(
        await MakeAsync(Told().Now, 0, "docx", Language.Bokmal),
        await MakeAsync(Told().Now, 0, "docx", Language.Bokmal));

    /// <summary>Both partners are told with two rounds, each with its own feedback.</summary>
    [Fact]
    public void With_rounds_every_partner_is_named()
    {
        var brief = CouncilBriefs.Of(Closed(SampleGathering.InRounds()), null).For(SampleGathering.Party(0))!;
        Assert.Equal([("Arendal", 1), ("Bergen", 2)], brief.Partners.Select(partner => (partner.Name!.Value.Value, partner.Round)));
    }

    [Fact]
    public void Before_the_end_nobody_gets_one_and_after_it_only_the_party_and_those_who_follow_all()
    {
        var open = SampleGathering.Begun().Now;
        var closed = Closed(SampleGathering.Begun());
        var (own, other) = (SampleGathering.Party(0), SampleGathering.Party(1));
        var briefs = CouncilBriefs.Of(closed, null);
        Assert.Null(GatheringView.For(open, SampleGathering.From(0)).Brief(CouncilBriefs.Of(open, null), own));
        Assert.NotNull(GatheringView.For(closed, SampleGathering.From(0)).Brief(briefs, own));
        Assert.Null(GatheringView.For(closed, SampleGathering.From(0)).Brief(briefs, other));
        Assert.NotNull(GatheringView.ForParty(closed, own).Brief(briefs, own));
        Assert.Null(GatheringView.ForParty(closed, own).Brief(briefs, other));
        Assert.NotNull(GatheringView.For(closed, SampleGathering.Organiser).Brief(briefs, own));
        Assert.NotNull(GatheringView.For(closed, new Actor.Account(SampleGathering.ObserverUser)).Brief(briefs, own));
        Assert.Null(GatheringView.For(closed, new Actor.Stranger()).Brief(briefs, own));
    }

    /// <summary>Two pairs; everything a party writes has a word that nobody else writes.</summary>
    private static SampleGathering Told()
    {
        var sample = SampleGathering.Begun();
        for (var party = 0; party < SampleGathering.Names.Length; party++)
        {
            var (me, partner) = (SampleGathering.From(party), SampleGathering.Party(Partner(party)));
            sample
                .Do(me, new TextWritten(TextField.Challenge, $"Vi har utfordringen zchallenge{party} å løse.", 0))
                .Do(me, new ListeningNoted(partner, $"Bare for oss: zlistening{party}", 0))
                .Do(me, new FeedbackWritten(partner, FeedbackPrompt.WouldDo, $"Prøv zfeedback{party} først.", 0))
                .Do(me, new FeedbackHandedOver(partner))
                .AddNote(party, NoteKind.Barrier, $"Det er zpoint{party} som står i veien for oss alle")
                .AddPoint(party + 1, NoteKind.Barrier, $"Det er zpoint{party} som står i veien for oss alle", (party, party + 1));
        }

        for (var party = 0; party < SampleGathering.Names.Length; party++)
            sample.Do(
                SampleGathering.From(party),
                new FeedbackAnswered(SampleGathering.Party(Partner(party)), $"Da gjør vi zanswer{party} alt i høst.", 0));
        for (var phase = 5; phase < 8; phase++) sample.Do(SampleGathering.Organiser, new PhaseEntered(phase - 1, phase));
        for (var party = 0; party < SampleGathering.Names.Length; party++)
            sample.Do(SampleGathering.From(party), new CommitmentMade(new Commitment($"Vi lover zpromise{party}", "Rådgiver", null)));
        return sample.Do(SampleGathering.Organiser, new WorkshopClosed());
    }

    private static Gathering Closed(SampleGathering sample) => sample.Do(SampleGathering.Organiser, new WorkshopClosed()).Now;

    private static int Partner(int party) => party ^ 1;

    private static void Withhold(SampleGathering told, int party, QuoteKind kind)
    {
        var quotes = Quotes.Of(told.Now, SampleGathering.Party(party)).FindAll(quote => quote.Ref.Kind == kind);
        Assert.NotEmpty(quotes);
        told.Do(
            SampleGathering.From(party),
            new ConsentGiven(quotes.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words))));
    }

    private static async Task<List<string>> PlantedAsync(Gathering gathering, int party, string format, Gathering? published = null) =>
    [
        .. Planted().Matches(await TextAsync(gathering, party, format, published: published)).Select(match => match.Value)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static Task<byte[]> MakeAsync(Gathering gathering, int party, string format, Language language, Gathering? published = null)
    {
        var then = published ?? (gathering.Publication is null ? null : gathering);
        var brief = CouncilBriefs.Of(gathering, then).For(SampleGathering.Party(party))!;
        return BriefFiles.MakeAsync(brief, language, format, TestContext.Current.CancellationToken);
    }

    /// <summary>All that is in a file: every part of the package, and every stream of the PDF unpacked, as the letters it has.</summary>
    private static async Task<string> TextAsync(
        Gathering gathering,
        int party,
        string format,
        Language language = Language.Bokmal,
        Gathering? published = null)
    {
        var bytes = await MakeAsync(gathering, party, format, language, published);
        return format == "docx" ? Unzipped(bytes) : Inflated(bytes);
    }

    private static string Unzipped(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return entry.FullName + reader.ReadToEnd();
        }));
    }

    private static string Inflated(byte[] file)
    {
        var whole = new StringBuilder();
        var raw = Encoding.Latin1.GetString(file);
        whole.Append(raw);
        foreach (Match stream in Streams().Matches(raw))
        {
            var from = stream.Index + stream.Length;
            var to = raw.IndexOf("endstream", from, StringComparison.Ordinal);
            using var inflate = new ZLibStream(new MemoryStream(file, from, to - from), CompressionMode.Decompress);
            using var all = new MemoryStream();
            try
            {
                inflate.CopyTo(all);
            }
            catch (InvalidDataException)
            {
                // Not every stream is packed.
            }

            whole.Append(Encoding.Latin1.GetString(all.ToArray()));
        }

        return Shown(whole.ToString());
    }

    // Words are drawn as «(words) Tj», or by the numbers of WinAnsi as «<776F7264> Tj».
    private static string Shown(string content) => content + string.Join('\n', Hexed().Matches(content).Select(match =>
        Encoding.Latin1.GetString(Convert.FromHexString(match.Groups[1].Value))));

    [GeneratedRegex(@"z(?:challenge|listening|feedback|point|answer|promise)\d")]
    private static partial Regex Planted();

    [GeneratedRegex(@"(?<!end)stream\r?\n")]
    private static partial Regex Streams();

    [GeneratedRegex(@"<((?:[0-9A-Fa-f]{2})+)>\s*Tj")]
    private static partial Regex Hexed();
}
