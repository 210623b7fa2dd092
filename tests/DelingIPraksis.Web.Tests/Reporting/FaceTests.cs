using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Reporting.Word;
using DelingIPraksis.Web.Shell.Face;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Pictures;
using DelingIPraksis.Web.Tests.Shell;
using DelingIPraksis.Web.Tests.Storage;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>A report is its network's own: logo and colours on the page and in every file, as they were when it was published.</summary>
public sealed class FaceTests : IAsyncDisposable
{
    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _reader;

    public FaceTests() => _reader = new HttpClient { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public void The_grounds_are_those_of_the_style_sheet()
    {
        Assert.Equal([Tokens.Light["paper"], Tokens.Light["sheet"], "#ffffff"], FaceColours.Light.Select(ground => ground.ToString()));
        Assert.Equal(
            [Tokens.Dark["paper"], Tokens.Dark["sheet"], Tokens.Light["ink"]],
            FaceColours.Dark.Select(ground => ground.ToString())
        );
    }

    [Fact]
    public void A_style_has_our_colours_and_nothing_that_somebody_typed()
    {
        Assert.Null(FaceStyle.Of(null));
        Assert.Null(FaceStyle.Of(NetworkFace.None with { Primary = "red;background:url(//x)" }));
        Assert.Matches(
            "^--face-a:light-dark\\(#7a1f3d,#[0-9a-f]{6}\\);--face-b:light-dark\\(#b5651d,#[0-9a-f]{6}\\);$",
            FaceStyle.Of(NetworkFace.None with { Primary = "#7a1f3d", Secondary = "#b5651d" })
        );
    }

    [Fact]
    public async Task A_logo_is_served_to_those_who_have_its_address_and_can_do_nothing()
    {
        var (_, face) = await GivenFaceAsync();
        using var answer = await _reader.GetAsync(new Uri($"/logo/{face.Logo}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(FileAnswer.SandboxPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"\"{face.Logo}\"", answer.Headers.ETag!.Tag);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        foreach (var other in new[] { new string('a', 64), "../../deling.db", "x" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await _reader.GetAsync(new Uri($"/logo/{other}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
            );
    }

    [Fact]
    public async Task A_published_report_keeps_its_face_until_it_is_corrected()
    {
        var (gathering, face) = await GivenFaceAsync();
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new PointPut(new Point(new Id<Point>(Guid.NewGuid()), NoteKind.Barrier, "Et punkt", []))
        );
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        var address = $"/rapporter/{await _app.Services.GetRequiredService<IPublishedReports>().SlugOfAsync(gathering.Id)}";
        await _app.Rooms.MustKeepAsync(gathering.Id, new Actor.Application(), new FaceTaken(null));
        var page = await ReadAsync(address);
        Assert.Contains($"src=\"logo/{face.Logo}\"", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Et bølgemønster\"", page, StringComparison.Ordinal);
        Assert.Contains("--face-a:light-dark(#7a1f3d", page, StringComparison.Ordinal);
        Assert.Contains("Laget med Deling i praksis", page, StringComparison.Ordinal);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Et navn er rettet"));
        Assert.DoesNotContain(face.Logo!, await ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_file_has_the_logo_with_its_text_and_the_colours_and_is_valid()
    {
        var (gathering, _) = await GivenFaceAsync();
        var bytes = await Written.BytesAsync(
            new WordFile(_app.Services.GetRequiredService<ReportAssets>()),
            await _app.Rooms.ReadAsync(gathering.Id),
            attributed: false
        );
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(document.Faults());
        Assert.Contains(document.Body().Descendants<DocProperties>(), drawing => drawing.Description?.Value == "Et bølgemønster");
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml;
        Assert.Contains("7A1F3D", styles, StringComparison.Ordinal);
        Assert.DoesNotContain(WordLook.Fjord, styles, StringComparison.Ordinal);
        var pair = document.Body().Descendants<Paragraph>()
            .First(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == WordStyles.Group);
        Assert.Contains("rFaceMark", pair.OuterXml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_html_file_is_whole_in_itself()
    {
        var (gathering, _) = await GivenFaceAsync();
        var page = await Written.TextAsync(
            new HtmlFile(_app.Services.GetRequiredService<ReportAssets>()),
            await _app.Rooms.ReadAsync(gathering.Id),
            attributed: false
        );
        Assert.Contains("<img src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Et bølgemønster\"", page, StringComparison.Ordinal);
        Assert.Contains("a,h3{color:#7a1f3d}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_of_the_logo_is_missing_the_report_is_written_without_it()
    {
        var (gathering, face) = await GivenFaceAsync();
        File.Delete(Path.Combine(_app.Data, "filer", face.Logo!));
        var page = await Written.TextAsync(
            new HtmlFile(_app.Services.GetRequiredService<ReportAssets>()),
            await _app.Rooms.ReadAsync(gathering.Id),
            attributed: false
        );
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_face_that_cannot_be_read_or_is_none_is_not_taken()
    {
        var gathering = await _app.Rooms.GivenGatheringAsync();
        foreach (var face in new[]
        {
            NetworkFace.None with { Primary = "#ffff00" },
            NetworkFace.None with { Secondary = "#fefefe" },
            NetworkFace.None with { Primary = "rød" },
            NetworkFace.None with { Logo = "../../etc/passwd", LogoWidth = 1, LogoHeight = 1 },
            NetworkFace.None with { Logo = new string('a', 64) },
        })
            Assert.IsType<Web.Rooms.Reply.Refused>(
                await _app.SubmitAsync(gathering.Id, new Actor.Application(), new FaceTaken(face))
            );
        Assert.IsType<Web.Rooms.Reply.Refused>(await _app.SubmitAsync(gathering.Id, gathering.Owner, new FaceTaken(null)));
    }

    [Fact]
    public async Task No_byte_of_a_logo_is_left_after_its_gathering()
    {
        var (gathering, face) = await GivenFaceAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
        Assert.False(File.Exists(Path.Combine(_app.Data, "filer", face.Logo!)));
        Assert.False(Bytes.Of(_app.Data).Hold(face.Logo!));
    }

    private async Task<(TestGathering Gathering, NetworkFace Face)> GivenFaceAsync()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        using var drawn = new MemoryStream(PictureEncoderTests.Drawn(600, 300));
        var logo = Assert.IsType<PictureOutcome.Encoded>(await PictureEncoder.EncodeAsync(drawn, PictureSize.Logo));
        using var content = new MemoryStream(logo.Bytes);
        var kept = await _app
            .Services.GetRequiredService<FileStore>()
            .KeepAsync(Guid.NewGuid(), FileOwner.OfGathering(gathering.Id), FileKind.Logo, "logo.png", content);
        var face = new NetworkFace(
            "",
            "#7a1f3d",
            "#b5651d",
            Assert.IsType<FileOutcome.Kept>(kept).File.Hash,
            "Et bølgemønster",
            logo.Width,
            logo.Height
        );
        await _app.Rooms.MustKeepAsync(gathering.Id, new Actor.Application(), new FaceTaken(face));
        return (gathering, face);
    }

    private async Task<string> ReadAsync(string address)
    {
        var page = await _reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(page);
    }
}
