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
        Assert.Equal(["Punkt", "Lapper", "Par", "Deltakere", "Løfter"], sheets.Select(sheet => sheet.Name!.Value));
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
                        cell.DataType?.Value == CellValues.InlineString
                            || double.TryParse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture, out _),
                        cell.OuterXml
                    )
            );
        }
    }

    /// <summary>A reader takes «_x0041_» for the letter of that number, so what somebody wrote like it is written otherwise.</summary>
    [Theory]
    [InlineData("Se M_x00f8_teplan og _x0041_")]
    [InlineData("_x005F_x0041_ og __x0041__")]
    [InlineData("_x0041 og _xZZZZ_ og _x041_")]
    [InlineData("_X0041_")]
    [InlineData("snake_case_x1_ og 😀_x0001_")]
    public async Task What_looks_like_a_letters_number_is_read_back_as_it_was_written(string text)
    {
        using var book = await OpenAsync(SampleGathering.Whole().AddPoint(9, Domain.GroupWork.NoteKind.Barrier, text).Now);
        Assert.Contains(text, Rows(book, book.WorkbookPart!.Workbook!.Descendants<Sheet>().First()).Select(row => Decoded(row[2])));
    }

    [Theory]
    [InlineData("_x0041\u0001")]
    [InlineData("_x0041\ufffe_")]
    public void A_number_that_a_letter_not_allowed_would_complete_is_read_back(string text) =>
        Assert.Equal(text, Decoded(WorkbookText.Escape(text)));

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() => CsCheck.Check.Sample(CsCheck.Gen.String["_x0041F5a\u0001\t ø"], text =>
        Decoded(WorkbookText.Escape(text)) == text && !WorkbookText.Escape(text).Contains('\u0001', StringComparison.Ordinal));

    // ST_Xstring, as Excel reads it: from left to right, and what is decoded is not read again.
    private static string Decoded(string cell) => System.Text.RegularExpressions.Regex.Replace(
        cell,
        "_x([0-9A-Fa-f]{4})_",
        match =>
            (
                (char)
                    int.Parse(
                        match.Groups[1].Value,
                        System.Globalization.NumberStyles.HexNumber,
                        System.Globalization.CultureInfo.InvariantCulture
                    )
            ).ToString()
    );

    private static async Task<SpreadsheetDocument> OpenAsync(Gathering gathering) =>
        SpreadsheetDocument.Open(
            new MemoryStream(await Written.BytesAsync(new WorkbookFile(), gathering, attributed: true)),
            isEditable: false
        );

    private static List<string[]> Rows(SpreadsheetDocument book, Sheet sheet) =>
        [
            .. ((WorksheetPart)book.WorkbookPart!.GetPartById(sheet.Id!))
                .Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray()),
        ];
}
