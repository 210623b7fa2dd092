using System.Globalization;
using DelingIPraksis.Domain;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// A sheet with a frozen header, a filter, and rows that are written one by one, so that ten thousand rows are never a tree in memory.
/// </summary>
internal sealed class WorkbookSheet(string name, IReadOnlyList<double> widths, IReadOnlyList<string> head, IEnumerable<object[]> rows)
{
    private int _rows = 1;

    // Excel allows only some characters in the name of a sheet. The words that Excel puts into formulas are not allowed here either.
    private string Name =>
        string.Concat(name.Split('\'', '[', ']', ':', '*', '?', '/', '\\')) is var safe ? TextTruncation.Truncate(safe, 31) : "";

    private string LastColumn => ((char)('A' + widths.Count - 1)).ToString();

    public Sheet Write(WorkbookPart book, uint number)
    {
        var relation = $"rSheet{number.ToString(CultureInfo.InvariantCulture)}";
        using var writer = OpenXmlWriter.Create(book.AddNewPart<WorksheetPart>(relation));
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                    TabSelected = number == 1 ? true : null,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                widths.Select(
                    (width, index) =>
                        new Column
                        {
                            Min = (uint)index + 1,
                            Max = (uint)index + 1,
                            Width = width,
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(Row(1, head.Select(cell => Text(cell, WorkbookStyles.Head))));
        foreach (var row in rows) writer.WriteElement(Row(++_rows, row.Select(Cell)));

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{LastColumn}{_rows.ToString(CultureInfo.InvariantCulture)}" });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToHeight = 0 });
        writer.WriteEndElement();
        return new Sheet { Name = Name, SheetId = number, Id = relation };
    }

    /// <summary>The name that Excel itself gives the filter. Without it, Excel repairs the filter when it opens the file.</summary>
    public DefinedName Filter(uint place) =>
        new($"'{Name}'!$A$1:${LastColumn}${_rows.ToString(CultureInfo.InvariantCulture)}")
        {
            Name = "_xlnm._FilterDatabase",
            LocalSheetId = place,
            Hidden = true,
        };

    // Excel works without these references. Other readers find nothing in a row or a cell that has no reference.
    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells.Select(OpenXmlElement (cell, column) =>
    {
        cell.CellReference = $"{(char)('A' + column)}{number.ToString(CultureInfo.InvariantCulture)}";
        return cell;
    }))
    { RowIndex = (uint)number };

    private static Cell Cell(object value) => value switch
    {
        int number => new Cell(new CellValue(number)) { StyleIndex = WorkbookStyles.Number },
        DateTime at => new Cell(new CellValue(at.ToOADate())) { StyleIndex = WorkbookStyles.Time },
        _ => Text((string)value, WorkbookStyles.Text),
    };

    private static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(WorkbookText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
}

/// <summary>The styles of cells: the header in the tool's ink on paper, texts wrapped, numbers and times aligned at the top.</summary>
internal static class WorkbookStyles
{
    public const uint Head = 1;
    public const uint Text = 2;
    public const uint Number = 3;
    public const uint Time = 4;
    private const uint TimeFormat = 164;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" }),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
            ),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4EEF0" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), new Border(new BottomBorder(new Color { Rgb = "FF14292E" }) { Style = BorderStyleValues.Medium })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
                new CellFormat(Top(wrap: true))
                {
                    FontId = 1,
                    FillId = 2,
                    BorderId = 1,
                    ApplyFont = true,
                    ApplyFill = true,
                    ApplyBorder = true,
                    ApplyAlignment = true,
                },
            new CellFormat(Top(wrap: true)) { ApplyAlignment = true },
            new CellFormat(Top(wrap: false)) { ApplyAlignment = true },
            new CellFormat(Top(wrap: false)) { NumberFormatId = TimeFormat, ApplyNumberFormat = true, ApplyAlignment = true }));

    private static Alignment Top(bool wrap) => new() { Vertical = VerticalAlignmentValues.Top, WrapText = wrap };
}
