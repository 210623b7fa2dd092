using System.Diagnostics;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using static DelingIPraksis.Domain.Gatherings.Change;

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
        await File.WriteAllBytesAsync(
            file,
            await Written.BytesAsync(OfficeFile.Pdf(_office), gathering, attributed: false),
            TestContext.Current.CancellationToken
        );
        var facts = await OtherProgram.SaysAsync("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Kortreist samling 7\. juni 2021", facts);
        var fonts = await OtherProgram.SaysAsync("pdffonts", file);
        Assert.Contains("SourceSerif4", fonts, StringComparison.Ordinal);
        Assert.Contains("AtkinsonHyperlegibleNext", fonts, StringComparison.Ordinal);
        var text = string.Join(
            ' ',
            (await OtherProgram.SaysAsync("pdftotext", file, "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.All(
            gathering.Points,
            point =>
                Assert.Contains(
                    string.Join(' ', point.Text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                    text,
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>Many short lines with long words, and a few with many short words: the two ways to fill a page.</summary>
    [Theory]
    [InlineData("MILJØKOMMUNENE", 28)]
    [InlineData("om", 60)]
    public async Task The_page_for_leaders_is_one_page_of_the_longest_gathering(string word, int count)
    {
        var line = string.Join(' ', Enumerable.Repeat(word, count));
        var sample = SampleGathering.Begun(title: line[..150], language: Domain.Gatherings.Language.Nynorsk);
        foreach (var (number, section) in Enumerable.Range(0, 24).Select(number => (number, Section.AlwaysThere[number % 3])))
            sample.Do(SampleGathering.Organiser, new PointPut(new Point(new(Guid.NewGuid()), section, $"{number} {line}", [])));
        sample.Do(SampleGathering.Organiser, new EarlierPromisesTold(new(new DateOnly(2020, 6, 8), new(1_000, 300, 300, 200, 300))));
        var file = Path.Combine(_folder, "leder.pdf");
        await File.WriteAllBytesAsync(
            file,
            await Written.BytesAsync(OfficeFile.Pdf(_office, null, LeaderLayout.Of), sample.Now, attributed: false),
            TestContext.Current.CancellationToken
        );
        Assert.Matches(@"Pages:\s+1\n", await OtherProgram.SaysAsync("pdfinfo", file));
        var text = await OtherProgram.SaysAsync("pdftotext", file, "-");
        Assert.Contains("Dette vart det av lovnadene frå førre samling", text, StringComparison.Ordinal);
    }

    /// <summary>All at once: LibreOffice takes seconds for each document.</summary>
    [Fact]
    public async Task Hostile_text_is_text_there_too()
    {
        var sample = SampleGathering.Begun();
        string[] texts = [.. HostileTexts.All.Select(row => row.Data), new string('x', 10_000)];
        foreach (var text in texts.Where(text => text.Length <= 2_000))
            sample.AddPoint(sample.Now.Points.Count + 1, Domain.GroupWork.NoteKind.Barrier, $"Først {text} sist");
        sample.Do(SampleGathering.Organiser, new Domain.Gatherings.Change.ReportTextWritten(ReportText.About, texts[^1]));
        var file = Path.Combine(_folder, "fiendtlig.pdf");
        await File.WriteAllBytesAsync(
            file,
            await Written.BytesAsync(OfficeFile.Pdf(_office), sample.Now, attributed: false),
            TestContext.Current.CancellationToken
        );
        var said = string.Concat((await OtherProgram.SaysAsync("pdftotext", file, "-")).Where(letter => !char.IsWhiteSpace(letter)));
        Assert.All(
            ["<script>alert(1)</script>", "]]>og<![CDATA[x]]>", "=cmd|'/Ccalc'!A0", "${jndi:ldap://x}{{7*7}}"],
            text => Assert.Contains(text, said, StringComparison.Ordinal)
        );
        Assert.Equal(sample.Now.Points.Count, said.Split("Først").Length - 1);
        Assert.Equal(
            10_000,
            said.Count(letter => letter == 'x')
                - string.Concat(sample.Now.Points.Select(point => point.Text.Value)).Count(letter => letter == 'x'),
            200d
        );
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
        var pdf = System.Text.Encoding.Latin1.GetString(
            await Written.BytesAsync(OfficeFile.Pdf(_office), GoldenTests.Themed().Now, attributed: true)
        );
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
            var fault = await Assert.ThrowsAsync<OfficeException>(() =>
                office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken)
            );
            Assert.Contains("2 sekunder", fault.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() =>
                Process.GetProcessById(int.Parse(File.ReadAllText(alive), System.Globalization.CultureInfo.InvariantCulture))
            );
        }
    }

    [Fact]
    public async Task One_that_is_not_a_program_is_told_in_words()
    {
        using var office = new Office(Path.Combine(_folder, "finnes-ikke"));
        await Assert.ThrowsAsync<OfficeException>(() => office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_that_is_full_is_said_and_those_who_wait_get_theirs()
    {
        var go = Path.Combine(_folder, "kom");
        var program = Script(
            "venter",
            $"while [ ! -e {go} ]; do sleep 0.05; done\nfor last; do :; done\ncp \"$last\" \"$(dirname \"$last\")/rapport.odt\"\n"
        );
        using var office = new Office(program);
        var waiting = Enumerable
            .Range(0, Office.LongestLine + 1)
            .Select(_ => office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken))
            .ToList();
        await Assert.ThrowsAsync<OfficeBusyException>(() => office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        Assert.All(await Task.WhenAll(waiting), made => Assert.Equal([1], made));
        Assert.Equal([1], await office.ConvertAsync([1], "odt", "odt", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_document_is_made_once_for_all_who_ask_and_another_is_another()
    {
        var count = Path.Combine(_folder, "ganger");
        using var office = new Office(
            Script("teller", $"echo x >> {count}\nfor last; do :; done\ncp \"$last\" \"$(dirname \"$last\")/rapport.odt\"\n")
        );
        foreach (var document in new byte[][] { [1], [1], [2], [1] })
            Assert.Equal(document, await office.ConvertAsync(document, "odt", "odt", TestContext.Current.CancellationToken));
        Assert.Equal(2, (await File.ReadAllLinesAsync(count, TestContext.Current.CancellationToken)).Length);
        // What LibreOffice makes is the same only when the Word document is.
        var report = GatheringReport.Of(SampleGathering.Whole().Now, attributed: true);
        var written = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var stream = new MemoryStream();
            await new WordFile().WriteAsync(report, stream, TestContext.Current.CancellationToken);
            return stream.ToArray();
        }));
        Assert.Equal(written[0], written[1]);
    }

    [Fact]
    public async Task The_archive_is_made_without_what_a_broken_LibreOffice_cannot_make_and_says_so()
    {
        using var office = new Office(Script("knekker", "exit 1\n"));
        var bundle = await Written.BytesAsync(
            new BundleFile([new MarkdownFile(), OfficeFile.Pdf(office)]),
            GoldenTests.Themed().Now,
            attributed: true
        );
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bundle));
        Assert.DoesNotContain(zip.Entries, entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.Name.EndsWith(".md", StringComparison.Ordinal));
        using var readMe = new StreamReader(await zip.GetEntry("LES MEG.txt")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains("mangler her: pdf", await readMe.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_that_was_killed_left_is_swept_with_the_process_that_worked_on_it()
    {
        var work = Path.Combine(_folder, "arbeid");
        var begun = Path.Combine(_folder, "begynt");
        var program = Script("henger", $"touch {begun}\nsleep 600\n");
        using var killed = new Office(program, work: work);
        // The service is gone, and nobody waits for this one.
        var left = killed.ConvertAsync([1], "odt", "odt", CancellationToken.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? number = null;
        while (!File.Exists(begun) || string.IsNullOrEmpty(number))
        {
            patience.Token.ThrowIfCancellationRequested();
            if (Directory.Exists(work) && Directory.GetFiles(work, "pid", SearchOption.AllDirectories) is [var pid])
                number = await File.ReadAllTextAsync(pid, patience.Token);
        }

        using var process = Process.GetProcessById(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        using var next = new Office(program, work: work);
        next.Sweep();

        await process.WaitForExitAsync(patience.Token);
        Assert.Empty(Directory.GetDirectories(work));
        await Assert.ThrowsAsync<OfficeException>(() => left);
    }

    private string Script(string name, string text)
    {
        var program = Path.Combine(_folder, name);
        File.WriteAllText(program, "#!/bin/sh\n" + text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return program;
    }
}
