using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
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
    public async Task A_text_is_written_letter_for_letter(string format, bool attributed) =>
        await Golden.EqualAsync($"{Edition(attributed)}.{format}", await Written.TextAsync(FileOf(format), Themed().Now, attributed));

    [Theory]
    [InlineData("docx", true)]
    [InlineData("docx", false)]
    [InlineData("xlsx", true)]
    public async Task A_package_holds_these_parts_and_no_others(string format, bool attributed) =>
        await Golden.EqualAsync(
            $"{Edition(attributed)}.{format}.xml",
            Golden.PartsOf(await Written.BytesAsync(FileOf(format), Themed().Now, attributed))
        );

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task The_same_state_gives_the_same_bytes(string format) =>
        Assert.Equal(
            await Written.BytesAsync(FileOf(format), Themed().Now, attributed: true),
            await Written.BytesAsync(FileOf(format), Themed().Now, attributed: true)
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

    private static string Edition(bool attributed) => attributed ? "arkiv" : "publisering";

    private static IReportFile FileOf(string format) => format switch
    {
        "json" => new ReportJsonFile(),
        "md" => new MarkdownFile(),
        "html" => new HtmlFile(),
        "csv" => new NotesFile(),
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
}
