using System.Globalization;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The points and all notes as a workbook, a sheet for each. Every cell is a text, so no cell is ever a formula.</summary>
internal sealed class WorkbookFile : IReportFile
{
    private const uint HeadStyle = 1;
    private const uint WrappedStyle = 2;
    private static readonly double[] _noteWidths = [6, 12, 70, 22, 32, 20, 24, 9, 26, 22, 20, 22];

    public string Format => "xlsx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        // A package is written back and forth, which no network stream can be; packed it is small.
        using var memory = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
            Write(package, report);
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellation);
    }

    private static void Write(SpreadsheetDocument package, GatheringReport report)
    {
        var words = new ReportWords(report.Facts.Language);
        package.PackageProperties.Title = report.Facts.Title.OneLine();
        package.PackageProperties.Creator = report.Facts.Network.OneLine();
        package.PackageProperties.Language = words.Culture.Name;
        var book = package.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var points = Sheet(book, [6, 14, 110], ["Nr", "Liste", "Punkt"], report.Sections.SelectMany(section => section.Points.Select((point, index) => PointCells(section, point, index + 1))));
        var notes = Sheet(book, _noteWidths, NotesFile.Columns, report.Notes.Select((note, index) => NotesFile.CellsOf(note, index + 1)));
        book.Workbook = new Workbook(new Sheets(
            new Sheet { Name = words["Points"][..Math.Min(31, words["Points"].Length)], SheetId = 1, Id = book.GetIdOfPart(points) },
            new Sheet { Name = words["Notes"][..Math.Min(31, words["Notes"].Length)], SheetId = 2, Id = book.GetIdOfPart(notes) }));
    }

    private static string[] PointCells(ReportSection section, ReportPoint point, int number) =>
        [number.ToString(CultureInfo.InvariantCulture), NotesFile.NameOf(section.Id, section.Title), point.Text.Value];

    // Row by row: ten thousand notes are never a tree in memory.
    private static WorksheetPart Sheet(WorkbookPart book, IReadOnlyList<double> widths, IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(Row(head, HeadStyle));
        foreach (var row in rows) writer.WriteElement(Row(row, WrappedStyle));
        writer.WriteEndElement();
        writer.WriteEndElement();
        return part;
    }

    private static Row Row(IEnumerable<string> cells, uint style) =>
        new(cells.Select(cell => new Cell(new InlineString(new Text(cell) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
