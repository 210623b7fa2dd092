using System.Globalization;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Points, notes, pairs, participants and promises as a workbook with one sheet for each, and one of whether it was worth it. Numbers and
/// times are typed as such. Everything that people wrote is a text, so that no cell becomes a formula.
/// </summary>
internal sealed class WorkbookFile : IReportFile
{
    private static readonly double[] _noteWidths = [6, 12, 70, 22, 32, 18, 24, 10, 26, 22, 22, 22];

    public string Format => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation) =>
        Package.WriteAsync(
            report,
            stream,
            memory =>
    {
        using var package = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook);
        Write(package, report);
    }, cancellation);

    private static void Write(SpreadsheetDocument package, GatheringReport report)
    {
        var words = new ReportWords(report.Facts.Language);
        Package.Describe(package.AddNewPart<CoreFilePropertiesPart>("rId2"), report, words["SheetNotes"], words["Report"]);
        var book = package.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
        book.AddNewPart<WorkbookStylesPart>("rStyles").Stylesheet = WorkbookStyles.Make();
        WorkbookSheet[] sheets =
        [
            new(
                words["SheetPoints"],
                [6, 30, 110, 9],
                [words["ColumnNumber"], words["ColumnList"], words["ColumnPoint"], words["ColumnSources"]],
                report.Sections.SelectMany(section => PointsOf(section, words))
            ),
            new(
                words["SheetNotes"],
                _noteWidths,
                [.. NoteSheet.Head(words)],
                report.Notes.Select((note, index) => NoteSheet.CellsOf(note, index + 1, words))
            ),
            new(
                words["SheetPairs"],
                [6, 34, 34, 34],
                [words["ColumnNumber"], words["ColumnFirst"], words["ColumnSecond"], words["ColumnThird"]],
                PairsOf(report)
            ),
            new(
                words["SheetParticipants"],
                [6, 44, 30],
                [words["ColumnNumber"], words["ColumnName"], words["ColumnKind"]],
                report.Participants.Select((one, index) =>
                    new object[] { index + 1, one.Name.OneLine(), words[$"Participants{one.Kind}"] })
            ),
            .. report.Promises.IsEmpty ? [] : new WorkbookSheet[]
            {
                new(words["SheetPromises"], PromiseSheet.Widths, PromiseSheet.Head(words), PromiseSheet.Rows(report, words)),
            },
            .. EvaluationSheet.Of(report.Evaluation, words) is { } evaluation ? [evaluation] : Array.Empty<WorkbookSheet>(),
        ];
        book.Workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, index) => sheet.Write(book, (uint)index + 1))),
            new DefinedNames(sheets.Select((sheet, index) => sheet.Filter((uint)index))));
    }

    private static IEnumerable<object[]> PointsOf(ReportSection section, ReportWords words) =>
        section.Points.Select(
            (point, index) => new object[] { index + 1, words.SectionOf(section), point.Text.Value, point.Sources.Count }
        );

    private static IEnumerable<object[]> PairsOf(GatheringReport report) => report.Groups
        .Where(group => group.Members.Count > 1)
        .GroupBy(group => group.Round)
        .SelectMany(round => round.Select((group, index) =>
            new object[] { Number(round.Key, index + 1), Member(group, 0), Member(group, 1), Member(group, 2) }));

    // «2.1» is the first pair of the second round.
    private static object Number(int round, int pair) => round == 0 ? pair : string.Create(CultureInfo.InvariantCulture, $"{round}.{pair}");

    private static string Member(ReportGroup group, int place) => place < group.Members.Count ? group.Members[place].OneLine() : "";
}
