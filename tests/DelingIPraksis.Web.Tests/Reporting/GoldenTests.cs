using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Word;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>One gathering with something of everything, through every format, compared whole.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("json", true)]
    [InlineData("json", false)]
    [InlineData("md", true)]
    [InlineData("html", true)]
    [InlineData("html", false)]
    [InlineData("csv", true)]
    [InlineData("lofter.csv", true)]
    [InlineData("lofter.csv", false)]
    public async Task A_text_is_written_letter_for_letter(string format, bool attributed) =>
        await Golden.EqualAsync($"{Edition(attributed)}.{format}", await Written.TextAsync(FileOf(format), Promised().Now, attributed));

    [Theory]
    [InlineData("docx", true)]
    [InlineData("docx", false)]
    [InlineData("xlsx", true)]
    public async Task A_package_holds_these_parts_and_no_others(string format, bool attributed) =>
        await Golden.EqualAsync(
            $"{Edition(attributed)}.{format}.xml",
            Golden.PartsOf(await Written.BytesAsync(FileOf(format), Promised().Now, attributed))
        );

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task The_same_state_gives_the_same_bytes(string format) =>
        Assert.Equal(
            await Written.BytesAsync(FileOf(format), Promised().Now, attributed: true),
            await Written.BytesAsync(FileOf(format), Promised().Now, attributed: true)
        );

    [Fact]
    public async Task A_report_in_nynorsk_and_in_English_has_the_words_of_its_language()
    {
        Assert.Contains(
            "Skriven av",
            Encoding.UTF8.GetString(
                await Written.BytesAsync(new NotesFile(), SampleGathering.Whole(Language.Nynorsk).Now, attributed: true)
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Taken down by",
            Encoding.UTF8.GetString(
                await Written.BytesAsync(new NotesFile(), SampleGathering.Whole(Language.English).Now, attributed: true)
            ),
            StringComparison.Ordinal
        );
    }

    private static readonly Id<Promise> _second = new(Guid.Parse("20000000-0000-0000-0000-000000000002"));
    private static readonly Id<Promise> _third = new(Guid.Parse("20000000-0000-0000-0000-000000000003"));

    private static string Edition(bool attributed) => attributed ? "arkiv" : "publisering";

    private static IReportFile FileOf(string format) => format switch
    {
        "json" => new ReportJsonFile(),
        "md" => new MarkdownFile(),
        "html" => new HtmlFile(),
        "csv" => new NotesFile(),
        "lofter.csv" => new PromisesFile(),
        "docx" => new WordFile(),
        _ => new WorkbookFile(),
    };

    internal static SampleGathering Themed() => SampleGathering.Whole()
        .Do(SampleGathering.From(0), new NoteLabelled(SampleGathering.Note(1), "Lokaler", Addressee.OwnWork))
        .Do(SampleGathering.From(1), new NoteLabelled(SampleGathering.Note(2), "Lokaler", Addressee.Others))
            .Do(
                SampleGathering.From(1),
                new NoteAnswers(SampleGathering.Note(2), new NoteRef(SampleGathering.Party(0), SampleGathering.Note(1)))
            )
        .Do(SampleGathering.From(3), new NoteLabelled(SampleGathering.Note(3), "Måling", Addressee.State));

    /// <summary>With promises: a witness, a deadline, and one that was dropped.</summary>
    internal static SampleGathering Promised() => Themed()
        .Do(SampleGathering.From(0), new PromisePut(_second, new("=Låne bort lageret", "Kommunedirektøren", null)))
        .Do(SampleGathering.From(1), new PromiseWitnessed(SampleGathering.Party(0), _second, IsWitness: true))
        .Do(SampleGathering.From(3), new PromisePut(_third, new("Måle avfallet hver måned", "Miljørådgiveren", new DateOnly(2021, 12, 1))))
        .Do(SampleGathering.Organiser, new ReportChosen(ReportChoices.Usual with { Commitments = true }))
        .Do(SampleGathering.Organiser, new WorkshopClosed())
        .Do(SampleGathering.From(0), new PromiseAnswered(_second, PromiseState.Dropped, "Ingen av filene skal ha denne grunnen"));
}
