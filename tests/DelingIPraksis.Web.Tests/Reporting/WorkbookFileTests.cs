using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class WorkbookFileTests
{
    [Fact]
    public async Task Has_the_points_in_order_and_all_notes_and_is_valid()
    {
        var gathering = SampleGathering.Whole().Now;
        using var book = await OpenAsync(gathering);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(fault => fault.Description));
        var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        Assert.Equal(["Punkt", "Lapper", "Par"], sheets.Select(sheet => sheet.Name!.Value));
        Assert.Equal(
            gathering.Points.OrderBy(point => point.Kind).Select(point => point.Text.Value),
            Rows(book, sheets[0]).Skip(1).Select(row => row[2]));
        Assert.Equal(gathering.Workshop.Work.Values.Sum(work => work.Notes.Count(note => !note.Deleted)) + 1, Rows(book, sheets[1]).Count);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Whatever_was_written_is_a_text_and_never_a_formula(string text)
    {
        using var book = await OpenAsync(Hostile.Everywhere(text));
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(fault => fault.Description));
        foreach (var sheet in book.WorkbookPart!.WorksheetParts)
        {
            Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>());
            Assert.All(sheet.Worksheet.Descendants<Cell>(), cell => Assert.True(
                cell.DataType?.Value == CellValues.InlineString || double.TryParse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture, out _), cell.OuterXml));
        }
    }

    private static async Task<SpreadsheetDocument> OpenAsync(Gathering gathering) =>
        SpreadsheetDocument.Open(new MemoryStream(await Written.BytesAsync(new WorkbookFile(), gathering, attributed: true)), isEditable: false);

    private static List<string[]> Rows(SpreadsheetDocument book, Sheet sheet) =>
        [.. ((WorksheetPart)book.WorkbookPart!.GetPartById(sheet.Id!)).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())];
}
