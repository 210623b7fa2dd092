using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class ReportJsonTests
{
    [Fact]
    public async Task The_publication_tells_nothing_of_where_a_note_comes_from()
    {
        var text = await Written.TextAsync(new ReportJsonFile(), SampleGathering.Whole().Now, attributed: false);
        Assert.All(
            ["origin", "sources", "contributions", "Eiendomssjefen", "containeren"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_comes_back_letter_for_letter(string text)
    {
        var gathering = Hostile.Everywhere(text);
        var written = await Written.TextAsync(new ReportJsonFile(), gathering, attributed: true);
        Assert.DoesNotContain('<', written);
        var read = JsonSerializer.Deserialize<ReportJson>(written, ReportJsonFile.Options)!;
        var kept = new PlainText(text).Value;
        Assert.All(read.Barriers!.Concat(read.Opportunities!), point => Assert.Equal(kept, point.Text));
        Assert.All(read.Notes!, note => Assert.Equal(kept, note.Text));
        Assert.Equal(written, JsonSerializer.Serialize(read, ReportJsonFile.Options));
    }

    [Fact]
    public async Task Every_letter_of_Unicode_comes_back()
    {
        var sample = SampleGathering.Begun();
        foreach (var piece in HostileTexts.AllOfUnicode().Take(400))
            sample.AddPoint(sample.Now.Points.Count + 1, Domain.GroupWork.NoteKind.Barrier, $"x{piece}x");
        var read = JsonSerializer.Deserialize<ReportJson>(
            await Written.TextAsync(new ReportJsonFile(), sample.Now, attributed: false),
            ReportJsonFile.Options
        )!;
        Assert.Equal(
            GatheringReport.Of(sample.Now, false).Barriers.Select(point => point.Text.Value),
            read.Barriers!.Select(point => point.Text)
        );
    }
}
