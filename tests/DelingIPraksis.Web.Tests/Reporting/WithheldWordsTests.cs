using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Files;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>What a party has withheld is in no file of any kind, wherever the organiser has written the same.</summary>
public sealed partial class WithheldWordsTests : IDisposable
{
    private static readonly string[] Said =
    [
        "ledelsen", "vil", "ikkje", "bruke", "penger", "på", "ombruk", "hos", "oss", "øve", "åpent", "2026",
    ];
    private static readonly Gen<string> Words = Gen.Int[0, Said.Length - 1]
        .Array[4, 9]
        .Select(words => string.Join(' ', words.Select(word => Said[word])));

    private readonly Office _office = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-withheld-").FullName;

    public void Dispose()
    {
        _office.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Whatever_is_withheld_is_in_no_file() => await Words.SampleAsync(async secret =>
    {
        var gathering = Withheld(secret);
        var files = new ReportFileSet(_office).All.Where(file => file is not OfficeFile && file.Format != "zip").ToList();
        foreach (var file in files.Append(new BundleFile(files)))
            foreach (var attributed in new[] { true, false }) await SaysNothingAsync(file, gathering, attributed, secret);
    }, iter: 12, threads: 1);

    /// <summary>LibreOffice makes its own of what it is given, so it is asked too, but not often.</summary>
    [Theory]
    [InlineData("pdf")]
    [InlineData("odt")]
    public async Task Nor_in_one_that_LibreOffice_has_made(string format) =>
        await SaysNothingAsync(
            new ReportFileSet(_office).Find(format)!,
            Withheld("ledelsen vil ikke bruke penger på ombruk"),
            attributed: true,
            "ledelsen vil ikke bruke penger på ombruk"
        );

    /// <summary>The same gathering with nothing withheld tells it everywhere: what is not found above would have been.</summary>
    [Fact]
    public async Task Without_an_answer_it_is_told_in_every_file()
    {
        const string Told = "ledelsen vil ikke bruke penger på ombruk";
        var gathering = Withheld(Told) with { Consent = null };
        foreach (var file in new ReportFileSet(_office).All)
            Assert.Contains(Told, await TextAsync(file, gathering, attributed: true), StringComparison.Ordinal);
    }

    /// <summary>
    /// With silence that means no: what nobody has answered for is in every file of the archive, which says so, and in none of the
    /// publication.
    /// </summary>
    [Fact]
    public async Task What_nobody_has_answered_for_is_in_every_archive_and_in_no_publication()
    {
        const string Open = "lageret i kjelleren er fullt av gamle pulter";
        var sample = WithPromises(Open)
            .Do(SampleGathering.Organiser, new PhaseEntered(7, 4))
            .AddNote(0, NoteKind.Barrier, Open)
            .AddNote(3, NoteKind.Barrier, "Et punkt som alle kan lese")
            .AddPoint(8, NoteKind.Barrier, "Et punkt som alle kan lese")
            .AddPoint(9, NoteKind.Barrier, $"{Open}.");
        sample.Do(SampleGathering.Organiser, new ConsentAsked(sample.Clock.AddDays(5), SilenceMeansYes: false));
        var read = GatheringView
            .For(sample.Now, SampleGathering.From(3))
            .OwnQuotes.FindAll(quote => quote.Words.Value.StartsWith("Et punkt som alle kan lese", StringComparison.Ordinal));
        sample.Do(
            SampleGathering.From(3),
            new ConsentGiven(read.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Approved, quote.Words)))
        );
        foreach (var file in new ReportFileSet(_office).All)
        {
            var archive = await TextAsync(file, sample.Now, attributed: true);
            Assert.Contains(Open, archive, StringComparison.Ordinal);
            // A csv has rows and nothing else; the others say what nobody has answered for.
            if (file.Format is not ("csv" or "lofter.csv" or "json" or "odt"))
                Assert.Contains("har svart på om de kan siteres", archive, StringComparison.Ordinal);
            if (file.Format is "pdf" or "odt") continue;
            await SaysNothingAsync(file, sample.Now, attributed: false, Open);
        }
    }

    private async Task SaysNothingAsync(IReportFile file, Gathering gathering, bool attributed, string secret)
    {
        var text = await TextAsync(file, gathering, attributed);
        Assert.Contains("punkt som alle kan lese", text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    private static SampleGathering WithPromises(string secret) => SampleGathering.Whole()
        .Do(SampleGathering.Organiser, new ReportChosen(ReportChoices.Usual with { Commitments = true }))
        .Do(SampleGathering.From(0), new PromisePut(new(Guid.NewGuid()), new(secret, "Rektor", null)))
        .Do(SampleGathering.From(3), new PromisePut(new(Guid.NewGuid()), new("Et punkt som alle kan lese", "Rektor", null)));

    private static Gathering Withheld(string secret)
    {
        var sample = WithPromises(secret)
            .Do(SampleGathering.Organiser, new PhaseEntered(7, 4))
            .AddNote(0, NoteKind.Barrier, secret)
            .AddNote(3, NoteKind.Barrier, "Et punkt som alle kan lese")
            .AddPoint(8, NoteKind.Barrier, "Et punkt som alle kan lese")
            .AddPoint(9, NoteKind.Barrier, $"{secret}.");
        sample.Do(SampleGathering.Organiser, new ConsentAsked(sample.Clock.AddDays(5), SilenceMeansYes: true));
        var quotes = GatheringView.For(sample.Now, SampleGathering.From(0)).OwnQuotes
            .FindAll(quote => quote.Words.Value.StartsWith(secret, StringComparison.Ordinal));
        sample.Do(
            SampleGathering.From(0),
            new ConsentGiven(quotes.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)))
        );
        return Everywhere(sample.Now, secret);
    }

    // In every field that the organiser writes, alone and among other words.
    private static Gathering Everywhere(Gathering gathering, string secret) => gathering with
    {
        Facts = gathering.Facts with
        {
            Title = secret,
            Network = $"Nettverket «{secret}»",
            NetworkAbout = $"Om oss.\n{secret}",
            Host = secret,
            Place = secret,
            Ingress = secret,
        },
        Blocks = gathering.Blocks.ConvertAll(block => block with
        {
            Title = $"Bolk 1: {secret}",
            Introduction = $"Her: {secret}. Slik var det.",
            Talks = block.Talks.ConvertAll(talk =>
                talk with
                {
                    Title = secret,
                    Speakers = [new Speaker(secret, $"Fra {secret} og omegn")],
                    Summary = $"{secret}\n\nMer.",
                }
                    ),
        }),
        ReportTexts = gathering.ReportTexts.SetItems(
            Enum.GetValues<ReportText>()
                .Select(part => KeyValuePair.Create(part, new Domain.PlainText($"En sa: {secret.ToUpperInvariant()}! Og {secret}.")))
        ),
        Sections = [new Section(new Domain.Id<Section>(Guid.NewGuid()), $"Avsnitt: {secret}")],
        Groups =
            [
                new NoteGroup(
                    new Domain.Id<NoteGroup>(Guid.NewGuid()),
                    secret,
                    [new NoteRef(SampleGathering.Party(3), SampleGathering.Note(5))]
                ),
            ],
        Workshop = gathering.Workshop with
        {
            Theme = secret,
            Plan = gathering.Workshop.Plan.ConvertAll(phase => phase with { ForPresenter = secret, ForCommenter = $"Husk: {secret}" }),
        },
    };

    /// <summary>All that is to be read in a file, whatever it is packed in, in small letters and without marks.</summary>
    private async Task<string> TextAsync(IReportFile file, Gathering gathering, bool attributed)
    {
        var bytes = await Written.BytesAsync(file, gathering, attributed);
        return Letters().Replace(await ReadAsync(bytes), " ").ToLowerInvariant();
    }

    private async Task<string> ReadAsync(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF"u8))
        {
            var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.pdf");
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
            return await OtherProgram.SaysAsync("pdftotext", path, "-") + await OtherProgram.SaysAsync("pdfinfo", path);
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
            return System.Net.WebUtility.HtmlDecode(
                Tags().Replace(Regex.Unescape(Unescapable().Replace(Encoding.UTF8.GetString(bytes), "/")), " ")
            );
        var text = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (
            var entry in archive.Entries.Where(entry =>
                !entry.Name.EndsWith(".png", StringComparison.Ordinal) && !entry.Name.EndsWith(".odttf", StringComparison.Ordinal)
            )
        )
        {
            using var content = new MemoryStream();
            await using (var stream = await entry.OpenAsync(TestContext.Current.CancellationToken))
                await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            text.Append(entry.FullName).Append(' ').Append(await ReadAsync(content.ToArray())).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Letters();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    // What is escaped in JSON is read; a stroke before anything else is only a stroke.
    [GeneratedRegex(@"\\(?!u[0-9a-fA-F]{4})")]
    private static partial Regex Unescapable();
}
