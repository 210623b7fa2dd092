using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// Shared code for tables: one style, fixed widths, a header that is marked as such and repeated on each page, and rows that are not split
/// between pages.
/// </summary>
internal sealed class WordTable(IReadOnlyList<int> widths)
{
    public IEnumerable<OpenXmlElement> Properties(string caption, string description) =>
    [
        new TableProperties(
            new TableStyle { Val = WordStyles.Table },
            new TableWidth { Width = widths.Sum().ToText(), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0020",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
            new TableCaption { Val = caption },
            new TableDescription { Val = description }),
        new TableGrid(widths.Select(width => new GridColumn { Width = width.ToText() })),
    ];

    public TableRow Head(WordText text, IEnumerable<string> names) => new(
        names
            .Select(OpenXmlElement (name, place) => Cell(place, text.Line(WordStyles.CellHead, name)))
            .Prepend(new TableRowProperties(new CantSplit(), new TableHeader()))
    );

    public TableRow Row(IEnumerable<(Paragraph Content, string? Shade)> cells) =>
        new(
            cells
                .Select(OpenXmlElement (cell, place) => Cell(place, cell.Content, cell.Shade))
                .Prepend(new TableRowProperties(new CantSplit()))
        );

    private TableCell Cell(int place, Paragraph content, string? shade = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = widths[place].ToText(), Type = TableWidthUnitValues.Dxa });
        if (shade is not null) properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        return new TableCell(properties, content);
    }
}
