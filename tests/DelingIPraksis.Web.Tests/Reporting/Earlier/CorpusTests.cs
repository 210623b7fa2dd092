using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Reporting.Earlier.Formats;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

/// <summary>
/// Reports of many shapes, in bokmål and nynorsk, each with what a person says that it tells. A reading may need fewer than 20 corrections;
/// the number that each needs today is here, so that it does not grow unseen.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string _folder = Path.Combine(Sources.Root, "tests", "corpora", "reports");

    [Theory]
    [InlineData("stad-2021.txt", 0)]
    [InlineData("lom-2019.md", 0)]
    [InlineData("voss-2022.txt", 0)]
    [InlineData("tromso-2023.html", 0)]
    [InlineData("arendal-2018.txt", 0)]
    [InlineData("hamar-2020.txt", 0)]
    [InlineData("forde-2024.html", 0)]
    [InlineData("drammen-2019.txt", 0)]
    [InlineData("grimstad-2022.md", 0)]
    [InlineData("kongsvinger-2023.txt", 0)]
    [InlineData("stavanger-2021.html", 0)]
    [InlineData("froya-2020.txt", 0)]
    [InlineData("os-2017.md", 0)]
    [InlineData("moss-2025.html", 0)]
    [InlineData("steinkjer-2016.txt", 1)]
    [InlineData("forde-2019.txt", 0)]
    [InlineData("fredrikstad-2022.md", 0)]
    [InlineData("hamar-velferd-2020.txt", 1)]
    public void A_report_needs_no_more_corrections_than_it_did(string file, int most)
    {
        var corrections = KnownFacts.Read(Text(Path.ChangeExtension(file, ".truth"))).CorrectionsTo(Read(Text(file)));
        Assert.True(corrections.Count <= most, string.Join('\n', corrections));
    }

    [Fact]
    public void A_wrong_year_is_proposed_right_and_told()
    {
        var date = Read(Text("stad-2021.txt")).FactOf(ReportFact.Date);
        Assert.Equal(("2021-06-07", "7. juni 20021", Certainty.Guess), (date.Text.Value, date.Written.Value, date.Certainty));
    }

    internal static EarlierReport Read(string text) => ReportReader.Read(ReportSource.Pasted(text).Document!, RegisterNames.On);

    internal static string Text(string file) => File.ReadAllText(Path.Combine(_folder, file));
}
