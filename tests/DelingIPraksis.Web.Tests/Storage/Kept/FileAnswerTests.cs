using System.Text;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DelingIPraksis.Web.Tests.Storage.Kept;

/// <summary>Over a real connection: what a browser is told of a file that somebody uploaded.</summary>
public sealed class FileAnswerTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private WebApplication _site = null!;
    private HttpClient _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.MapGet(
            "/{id:guid}",
            async (Guid id, HttpContext context) =>
            {
                var answer = FileAnswer.ForOne(context, _store.Files, (await _store.Files.FindAsync(id))!);
                if (FileAnswer.IsSandboxed(context)) context.Response.Headers.ContentSecurityPolicy = FileAnswer.SandboxPolicy;
                return answer;
            }
        );
        await _site.StartAsync();
        var addresses = _site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        _reader = new HttpClient { BaseAddress = new Uri(addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _site.DisposeAsync();
        var path = _store.Folder.Path;
        await _store.DisposeAsync();
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_two_things_at_once_is_saved_as_the_one_we_know()
    {
        var kept = await KeepAsync(Samples.Pdf("<script>alert(document.domain)</script>"), "\"><script>.html");
        using var answer = await _reader.GetAsync(new Uri($"/{kept.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=script.pdf", answer.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal($"\"{kept.Hash}\"", answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Html_is_never_html_here()
    {
        var kept = await KeepAsync("<!doctype html><script>alert(1)</script>"u8.ToArray(), "rapport.html", FileKind.Original);
        using var answer = await _reader.GetAsync(new Uri($"/{kept.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task What_the_reader_has_is_not_sent_again_and_a_part_can_be_asked_for()
    {
        var kept = await KeepAsync(Samples.Pdf("0123456789"), "x.pdf");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/{kept.Id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", $"\"{kept.Hash}\"");
        using (var answer = await _reader.SendAsync(again, TestContext.Current.CancellationToken))
            Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.StatusCode);
        using var part = new HttpRequestMessage(HttpMethod.Get, $"/{kept.Id}");
        part.Headers.TryAddWithoutValidation("Range", "bytes=0-4");
        using var some = await _reader.SendAsync(part, TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await some.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_file_that_somebody_has_taken_away_is_not_found()
    {
        var kept = await KeepAsync(Samples.Pdf(), "x.pdf");
        File.Delete(_store.Folder.Contents.PathOf(kept.Hash));
        using var answer = await _reader.GetAsync(new Uri($"/{kept.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<FileRow> KeepAsync(byte[] bytes, string name, FileKind kind = FileKind.Presentation)
    {
        using var content = new MemoryStream(bytes);
        var outcome = await _store.Files.KeepAsync(Guid.NewGuid(), await _store.GivenNetworkAsync(), kind, name, content);
        return Assert.IsType<FileOutcome.Kept>(outcome).File;
    }
}
