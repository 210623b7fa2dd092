using System.Diagnostics;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>With the real LibreOffice, and read by programs that are not ours.</summary>
public sealed class OfficeFileTests : IDisposable
{
    private readonly Office _office = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-office-test-").FullName;

    public void Dispose()
    {
        _office.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_and_says_every_point()
    {
        var gathering = SampleGathering.Whole().Now;
        var file = Path.Combine(_folder, "rapport.pdf");
        await File.WriteAllBytesAsync(file, await Written.BytesAsync(OfficeFile.Pdf(_office), gathering, attributed: false), TestContext.Current.CancellationToken);
        var facts = await OtherProgram.SaysAsync("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Kortreist samling 7\. juni 2021", facts);
        var text = string.Join(' ', (await OtherProgram.SaysAsync("pdftotext", file, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(gathering.Points, point => Assert.Contains(string.Join(' ', point.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text, StringComparison.Ordinal));
    }

    /// <summary>All at once: LibreOffice takes seconds for each document.</summary>
    [Fact]
    public async Task Hostile_text_is_text_there_too()
    {
        var sample = SampleGathering.Begun();
        string[] texts = [.. HostileTexts.All.Select(row => row.Data), new string('x', 10_000)];
        foreach (var text in texts.Where(text => text.Length <= 2_000)) sample.AddPoint(sample.Now.Points.Count + 1, Domain.GroupWork.NoteKind.Barrier, $"Først {text} sist");
        sample.Do(SampleGathering.Organiser, new Domain.Gatherings.Change.ReportTextWritten(ReportText.About, texts[^1]));
        var file = Path.Combine(_folder, "fiendtlig.pdf");
        await File.WriteAllBytesAsync(file, await Written.BytesAsync(OfficeFile.Pdf(_office), sample.Now, attributed: false), TestContext.Current.CancellationToken);
        var said = string.Concat((await OtherProgram.SaysAsync("pdftotext", file, "-")).Where(letter => !char.IsWhiteSpace(letter)));
        Assert.All(["<script>alert(1)</script>", "]]>og<![CDATA[x]]>", "=cmd|'/Ccalc'!A0", "${jndi:ldap://x}{{7*7}}"], text => Assert.Contains(text, said, StringComparison.Ordinal));
        Assert.Equal(sample.Now.Points.Count, said.Split("Først").Length - 1);
        Assert.Equal(10_000, said.Count(letter => letter == 'x') - string.Concat(sample.Now.Points.Select(point => point.Text.Value)).Count(letter => letter == 'x'), 200d);
    }

    [Fact]
    public async Task Two_who_ask_at_once_wait_for_each_other_and_both_get_theirs()
    {
        var report = GatheringReport.Of(SampleGathering.Whole().Now, attributed: true);
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var stream = new MemoryStream();
            await OfficeFile.OpenDocument(_office).WriteAsync(report, stream, TestContext.Current.CancellationToken);
            return stream.ToArray();
        }));
        Assert.All(made, odt => Assert.Equal("PK"u8, odt.AsSpan(0, 2)));
    }

    [Fact]
    public async Task The_pdf_says_that_it_keeps_and_that_everyone_can_read_it()
    {
        var pdf = System.Text.Encoding.Latin1.GetString(await Written.BytesAsync(OfficeFile.Pdf(_office), GoldenTests.Themed().Now, attributed: true));
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>B</pdfaid:conformance>", pdf, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf, StringComparison.Ordinal);
        Assert.Matches(@"/Lang\s*\(nb-NO\)", pdf);
    }

    [Fact]
    public async Task One_that_hangs_is_stopped_and_leaves_nothing_and_the_next_gets_its_turn()
    {
        var program = Path.Combine(_folder, "henger");
        var alive = Path.Combine(_folder, "pid");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\necho $$ > {alive}\nsleep 600\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var office = new Office(program, TimeSpan.FromSeconds(2));
        for (var turn = 0; turn < 2; turn++)
        {
            var fault = await Assert.ThrowsAsync<OfficeException>(() => office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken));
            Assert.Contains("2 sekunder", fault.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(alive), System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task One_that_is_not_a_program_is_told_in_words()
    {
        using var office = new Office(Path.Combine(_folder, "finnes-ikke"));
        await Assert.ThrowsAsync<OfficeException>(() => office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken));
    }
}
