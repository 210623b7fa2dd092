using System.IO.Compression;
using System.Net;
using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Briefs;

/// <summary>The municipality's own sheet over HTTP, by the party's own link, on a telephone that has never been here.</summary>
public sealed class BriefFilesTests : IAsyncDisposable
{
    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _phone;

    public BriefFilesTests() => _phone = new HttpClient { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task By_the_link_of_the_party_the_files_are_there_as_soon_as_the_group_work_is_over()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        var token = await TokenAsync(gathering, 0);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Addresses.BriefOfLink(token, "pdf", "nn"))).Status);
        Assert.Contains("Når gruppearbeidet er avsluttet", await PageAsync(token), StringComparison.Ordinal);
        await CloseAsync(gathering);
        Assert.Contains("orienteringssak/pdf?mal=nn", await PageAsync(token), StringComparison.Ordinal);
        var (status, pdf, name) = await GetAsync(Addresses.BriefOfLink(token, "pdf", "nn"));
        Assert.Equal((HttpStatusCode.OK, "2026-11-24 Orienteringssak Stad.pdf"), (status, name));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.Contains("/Lang(nn-NO)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var (_, word, _) = await GetAsync(Addresses.BriefOfLink(token, "docx", "nb"));
        await using var zip = new ZipArchive(new MemoryStream(word));
        Assert.NotNull(zip.GetEntry("word/document.xml"));
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("zip")]
    public async Task Another_format_is_not_found(string format)
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await CloseAsync(gathering);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Addresses.BriefOfLink(await TokenAsync(gathering, 0), format, "nb"))).Status);
    }

    [Fact]
    public async Task A_stranger_gets_neither_by_a_seat_nor_all_of_them()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await CloseAsync(gathering);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Addresses.Briefs(gathering.Id))).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await GetAsync(Addresses.BriefOfSeat(gathering.Seats[0].Person, "pdf", "nb"))).Status);
    }

    [Fact]
    public async Task The_organiser_fetches_the_sheet_of_each_party_in_one_archive()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await CloseAsync(gathering);
        await _app.MakeAccountAsync(gathering.Owner, "astrid@nettverket.example", "fjorden er blank i dag");
        using var browser = new Browser(_app.Address);
        await browser.SignInAsync("astrid@nettverket.example", "fjorden er blank i dag");
        await using var zip = new ZipArchive(new MemoryStream(await browser.Http.GetByteArrayAsync(
            new Uri(Addresses.Briefs(gathering.Id), UriKind.Relative), TestContext.Current.CancellationToken)));
        Assert.Equal(
            ["Orienteringssak Arendal.docx", "Orienteringssak Arendal.pdf", "Orienteringssak Stad.docx", "Orienteringssak Stad.pdf"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 1_000));

        // And each by itself, from the page after the session.
        var page = await browser.Http.GetStringAsync(
            new Uri(Addresses.Afterwards(gathering.Id), UriKind.Relative), TestContext.Current.CancellationToken);
        var one = Addresses.BriefOfParty(gathering.Id, gathering.Seats[1].Party, "pdf");
        Assert.Contains($"href=\"{one}\"", page, StringComparison.Ordinal);
        var pdf = await browser.Http.GetByteArrayAsync(new Uri(one, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(one)).Status);
    }

    private async Task<string> TokenAsync(TestGathering gathering, int seat)
    {
        var party = gathering.Seats[seat].Party;
        return (await _app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(gathering.Id, [party]))[party];
    }

    private Task CloseAsync(TestGathering gathering) =>
        _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopClosed());

    private async Task<string> PageAsync(string token) => WebUtility.HtmlDecode(
        await _phone.GetStringAsync(new Uri(Addresses.Followup(token), UriKind.Relative), TestContext.Current.CancellationToken));

    private async Task<(HttpStatusCode Status, byte[] Bytes, string? Name)> GetAsync(string address)
    {
        using var answer = await _phone.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            answer.Content.Headers.ContentDisposition?.FileNameStar);
    }
}
