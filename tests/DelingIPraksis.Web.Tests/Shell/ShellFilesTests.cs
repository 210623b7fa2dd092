using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>Files: found, small on the wire, and kept by the browser exactly as long as they are true.</summary>
public sealed partial class ShellFilesTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/js/shell/start.js")]
    [InlineData("/css/mud.css")]
    public async Task A_file_is_served_and_packed(string path)
    {
        var answer = await Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Every_file_a_page_names_is_there_and_may_be_kept_for_a_year()
    {
        using var reader = host.Reader();
        var page = WebUtility.HtmlDecode(await reader.GetStringAsync("/personvern"));
        var files = FilePattern().Matches(page).Select(file => file.Groups[1].Value).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var answer = await Get(new Uri(new Uri("http://x/"), file).PathAndQuery);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_font_and_picture_a_style_sheet_names_is_there()
    {
        foreach (var sheet in Sheets())
        {
            foreach (Match file in UrlPattern().Matches(await File.ReadAllTextAsync(sheet)))
                Assert.Equal(
                    HttpStatusCode.OK,
                    (await Get(new Uri(new Uri("http://x/css/"), file.Groups[1].Value).AbsolutePath)).StatusCode
                );
        }
    }

    // The order of the sheets is the order of the rules: what comes later is stronger.
    [Fact]
    public async Task The_base_sheet_is_its_five_sheets_in_order()
    {
        var answer = await Get("/css/base.css");
        await using var packed = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var served = await new StreamReader(packed).ReadToEndAsync();
        string[] order = ["elements", "page", "controls", "work", "circumstances"];
        Assert.Equal(order.Order(), Sheets().Where(IsOfBase).Select(sheet => Path.GetFileNameWithoutExtension(sheet)).Order());
        var joined = string.Concat(
            order.Select(name => File.ReadAllText(Sheets().Single(sheet => Path.GetFileName(sheet) == $"{name}.css")))
        );
        Assert.Equal(Plain(joined), served.Trim());

        // It travels without comments and indentation.
        static string Plain(string css) => Space().Replace(Comment().Replace(css, ""), "\n").Trim();
        static bool IsOfBase(string sheet) => Path.GetFileName(Path.GetDirectoryName(sheet)) == "base";
    }

    [Fact]
    public void No_line_of_a_style_sheet_is_too_long() =>
        Assert.Empty(
            from sheet in Sheets().Concat(Directory.EnumerateFiles(Sources.Web, "*.css", SearchOption.AllDirectories))
            where !Sources.IsMade(sheet)
            from line in File.ReadAllLines(sheet)
            where line.Length > 140
            select $"{Path.GetRelativePath(Sources.Root, sheet)}: {line}"
        );

    [Fact]
    public async Task A_file_without_a_version_is_asked_for_again() =>
        Assert.Equal("no-cache", (await Get("/js/shell/clock.js")).Headers.CacheControl!.ToString());

    // The length of a packed page would tell about the token in it.
    [Fact]
    public async Task A_page_is_not_packed() => Assert.Empty((await Get("/personvern")).Content.Headers.ContentEncoding);

    private static IEnumerable<string> Sheets() =>
        Directory.EnumerateFiles(Path.Combine(Sources.Root, "wwwroot-assets", "css"), "*.css", SearchOption.AllDirectories);

    private async Task<HttpResponseMessage> Get(string path)
    {
        using var reader = host.Reader();
        reader.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        return await reader.GetAsync(path);
    }

    [GeneratedRegex(@"<(?:link|script)[^>]*(?:href|src)=""([^""]+)""")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"url\(""([^""]+)""\)")]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"/\*[\s\S]*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Space();
}
