using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Storage.Kept;
using static DelingIPraksis.Domain.Gatherings.Change;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Speakers;

/// <summary>A speaker answers by the link from a letter: a plain form, in a browser that has never been here.</summary>
[Collection(AccessTogether.Name)]
public sealed class SpeakerPageTests(AccessApplication application)
{
    private static readonly Id<Block> _block = new(Guid.Parse("00000000-0000-0000-0000-0000000000b1"));

    [Fact]
    public async Task In_one_sending_the_words_are_corrected_the_file_is_kept_and_the_summary_approved()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        var page = await speaker.GetAsync(link);
        Assert.Contains("value=\"Kretsløp i praksis\"", page.Html, StringComparison.Ordinal);
        var sent = await SendAsync(
            speaker,
            page,
            [("Lysark <b>.pdf", Samples.Pdf("kretsløp"))],
            ("tittel", "Kretsløp"),
            ("sammendrag", "Vi deler."),
            ("godkjent", "ja"));
        Assert.EndsWith("?lagret=1", sent.Location, StringComparison.Ordinal);
        Assert.Contains("Takk! Alt er kommet fram.", (await speaker.GetAsync(sent.Location!)).Html, StringComparison.Ordinal);
        var now = await TalkAsync(gathering, talk);
        Assert.Equal(("Kretsløp", "Vi deler.", 1), (now.Title.Value, now.Summary.Value, now.Files.Count));
        Assert.False(SpeakerLacks.Of(now).Any);
        Assert.Equal(("Lysark <b>.pdf", "pdf"), (now.Files[0].Name.Value, now.Files[0].Format));
    }

    [Fact]
    public async Task To_read_the_page_changes_nothing()
    {
        var (gathering, _, link) = await GivenAsync();
        var before = (await application.ReadAsync(gathering)).Sequence;
        using var speaker = application.Browser();
        await speaker.GetAsync($"{link}?godkjent=ja&lagret=1");
        Assert.Equal(before, (await application.ReadAsync(gathering)).Sequence);
    }

    [Fact]
    public async Task What_is_no_presentation_is_refused_in_words_and_what_was_written_stands()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        foreach (var (name, bytes, told) in new (string, byte[], string)[]
        {
            ("lysark.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "Fila er ikke av et slag vi kan ta imot"),
            ("lysark.pdf", [.. "<script>"u8, .. Samples.Pdf()], "Fila er ikke av et slag vi kan ta imot"),
            ("lysark.pptx", Samples.Docx(), "Velg en fil som er pdf, pptx eller odp."),
            ("tom.pdf", [], "Fila er tom"),
        })
        {
            var answer = await SendAsync(
                speaker, await speaker.GetAsync(link), [(name, bytes)], ("tittel", "Kretsløp i praksis"), ("sammendrag", "Det jeg skrev"));
            Assert.Contains(told, answer.Html, StringComparison.Ordinal);
            Assert.Contains("Ikke alt ble lagret", answer.Html, StringComparison.Ordinal);
            Assert.Contains("Det jeg skrev</textarea>", answer.Html, StringComparison.Ordinal);
        }

        Assert.Empty((await TalkAsync(gathering, talk)).Files);
        // The words were right, and are kept though the file was not.
        Assert.Equal("Det jeg skrev", (await TalkAsync(gathering, talk)).Summary.Value);
        Assert.Empty(await application.Get<FileStore>().OfAsync(FileOwner.OfGathering(gathering.Id)));
    }

    [Fact]
    public async Task A_presentation_of_51_megabytes_is_told_its_limit_and_the_words_are_kept()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        byte[] large = [.. Samples.Pdf(), .. new byte[51 * 1024 * 1024]];
        var answer = await SendAsync(
            speaker, await speaker.GetAsync(link), [("stor.pdf", large)], ("tittel", "Kretsløp i praksis"), ("sammendrag", "Står"));
        Assert.Contains("stor.pdf: Fila er for stor. Den kan være på høyst 50 MB.", answer.Html, StringComparison.Ordinal);
        Assert.Equal(("Står", 0), ((await TalkAsync(gathering, talk)).Summary.Value, (await TalkAsync(gathering, talk)).Files.Count));
    }

    [Fact]
    public async Task Two_who_write_at_once_see_both_texts()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        var page = await speaker.GetAsync(link);
        var there = await TalkAsync(gathering, talk);
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id, gathering.Owner, new TalkPut(_block, there with { Summary = "Arrangørens" }, there));
        var answer = await SendAsync(speaker, page, [], ("tittel", "Kretsløp i praksis"), ("sammendrag", "Innlederens"));
        Assert.Contains("Arrangørens", answer.Html, StringComparison.Ordinal);
        Assert.Contains("Innlederens</textarea>", answer.Html, StringComparison.Ordinal);
        await SendAsync(speaker, answer, [], ("tittel", "Kretsløp i praksis"), ("sammendrag", "Innlederens"));
        Assert.Equal("Innlederens", (await TalkAsync(gathering, talk)).Summary.Value);
    }

    [Fact]
    public async Task A_link_is_stored_as_its_hash_and_works_no_longer_when_it_is_renewed_or_the_talk_is_gone()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        var renewed = Addresses.Speaker(await application.Get<SpeakerLinks>().RenewAsync(gathering.Id, talk));
        Assert.Equal(HttpStatusCode.NotFound, (await speaker.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await speaker.GetAsync($"/{renewed}")).Status);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new TalkRemoved(talk));
        Assert.Equal(HttpStatusCode.NotFound, (await speaker.GetAsync($"/{renewed}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await speaker.GetAsync("/innleder/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    /// <summary>Read as a form it would be 400: its end is missing. So nothing of it is read, and the page tells of the link.</summary>
    [Fact]
    public async Task The_link_is_looked_up_before_the_form_that_may_be_large_is_read()
    {
        var (gathering, talk, link) = await GivenAsync();
        await application.Get<SpeakerLinks>().RenewAsync(gathering.Id, talk);
        using var speaker = application.Browser();
        var works = await LinkAsync(gathering, talk);
        foreach (var (address, status) in new[] { (link, HttpStatusCode.NotFound), (works, HttpStatusCode.BadRequest) })
        {
            byte[] begun = [.. "--x\r\nContent-Disposition: form-data; name=\"filer\"\r\n\r\n"u8, .. new byte[2_000_000]];
            using var form = new ByteArrayContent(begun);
            form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            var answer = await speaker.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = form });
            Assert.Equal(status, answer.Status);
            Assert.Equal(address == link, answer.Html.Contains("Lenken virker ikke", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_file_is_for_those_who_lead_until_the_report_is_published_and_gone_for_all_when_it_is_removed()
    {
        var (gathering, talk, link) = await GivenAsync();
        using var speaker = application.Browser();
        using var reader = new HttpClient { BaseAddress = application.Web.Address };
        await SendAsync(speaker, await speaker.GetAsync(link), [("Lysark.pdf", Samples.Pdf())], ("tittel", "Kretsløp i praksis"));
        var file = (await TalkAsync(gathering, talk)).Files[0];
        var address = new Uri($"/{Addresses.Presentation(gathering.Id, file.Id)}", UriKind.Relative);
        using (var before = await reader.GetAsync(address, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        using (var after = await reader.GetAsync(address, TestContext.Current.CancellationToken))
        {
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (after.StatusCode, after.Content.Headers.ContentType!.ToString()));
            Assert.Equal("attachment", after.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(FileAnswer.SandboxPolicy, Assert.Single(after.Headers.GetValues("Content-Security-Policy")));
            Assert.Equal(Samples.Pdf(), await after.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        var slug = await application.Get<IPublishedReports>().SlugOfAsync(gathering.Id);
        var report = await speaker.GetAsync($"/rapporter/{slug}");
        Assert.Contains($"href=\"{Addresses.Presentation(gathering.Id, file.Id)}\"", report.Html, StringComparison.Ordinal);
        Assert.Contains("Presentasjon: Kretsløp i praksis (pdf, 1 kB)", report.Html, StringComparison.Ordinal);

        await speaker.SubmitAsync(await speaker.GetAsync(link), $"fjern-{file.Id}");
        Assert.Empty((await TalkAsync(gathering, talk)).Files);
        Assert.Empty(await application.Get<FileStore>().OfAsync(FileOwner.OfGathering(gathering.Id)));
        using (var gone = await reader.GetAsync(address, TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("/presentasjon/", (await speaker.GetAsync($"/rapporter/{slug}")).Html, StringComparison.Ordinal);
    }

    private async Task<(TestGathering Gathering, Id<Talk> Talk, string Link)> GivenAsync()
    {
        var gathering = await application.Web.Rooms.GivenGatheringAsync();
        var talk = new Talk(new(Guid.CreateVersion7()), "Kretsløp i praksis", [new("Kari Dahl", "KS")], "");
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id, gathering.Owner, new BlockPut(new Block(_block, "Bolk", "", [talk], false)));
        return (gathering, talk.Id, await LinkAsync(gathering, talk.Id));
    }

    private async Task<string> LinkAsync(TestGathering gathering, Id<Talk> talk) =>
        $"/{Addresses.Speaker((await application.Get<SpeakerLinks>().OfTalksAsync(gathering.Id, [talk]))[talk])}";

    private async Task<Talk> TalkAsync(TestGathering gathering, Id<Talk> id) =>
        (await application.ReadAsync(gathering)).Blocks.SelectMany(block => block.Talks).First(talk => talk.Id == id);

    private static Task<Page> SendAsync(
        Browser browser, Page page, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var form = Regex.Matches(page.Html, "<form.*?</form>", RegexOptions.Singleline)
            .Single(form => form.Value.Contains("enctype", StringComparison.Ordinal)).Value;
        var content = new MultipartFormDataContent();
        foreach (Match hidden in Regex.Matches(form, "<input type=\"hidden\"[^>]*>"))
            content.Add(new StringContent(Browser.Attribute(hidden.Value, "value")), Browser.Attribute(hidden.Value, "name"));
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "filer", name);
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Browser.Attribute(form, "action")) { Content = content });
    }
}
