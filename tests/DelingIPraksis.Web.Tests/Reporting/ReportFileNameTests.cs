using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class ReportFileNameTests
{
    [Theory]
    [InlineData("Samling i Stad", "docx", false, "2021-06-07 Samling i Stad.docx")]
    [InlineData("Samling i Stad", "lofter.csv", true, "2021-06-07 Samling i Stad - løfter (arkiv).csv")]
    [InlineData("Samling i Stad", "csv", true, "2021-06-07 Samling i Stad - lapper (arkiv).csv")]
    [InlineData("../../etc/passwd", "md", false, "2021-06-07 etc passwd.md")]
    [InlineData("C:\\CON\"; x=\"a.exe", "json", false, "2021-06-07 C CON x= a.exe.json")]
    [InlineData("\u202Exslx.\u202Cå ø 長い", "docx", false, "2021-06-07 xslx. å ø 長い.docx")]
    [InlineData("<>|?*", "docx", false, "2021-06-07 Rapport.docx")]
    public void A_name_is_made_that_every_file_system_takes(string title, string format, bool attributed, string expected) =>
        Assert.Equal(expected, ReportFileName.Of(GatheringReport.Of(SampleGathering.Begun(title).Now, attributed), format));

    [Fact]
    public void A_long_title_is_cut_and_no_letter_is_halved()
    {
        var name = ReportFileName.Of(
            GatheringReport.Of(SampleGathering.Begun(string.Concat(Enumerable.Repeat("👩‍🌾", 50))).Now, false),
            "docx"
        );
        Assert.InRange(name.Length, 20, 110);
        Assert.True(name.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar));
    }
}
