using System.Net;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>The pages as a reader gets them: her language, her theme, and words instead of codes when something is wrong.</summary>
public sealed partial class ShellPagesTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("nb", "nb", "Hva vi lagrer")]
    [InlineData("nn-NO, nb;q=0.8", "nn", "Kva vi lagrar")]
    [InlineData("en-US", "en", "What we store")]
    [InlineData("se-NO", "nb", "Hva vi lagrer")]
    public async Task A_page_speaks_the_readers_language(string accepted, string language, string words)
    {
        var page = await Read("/personvern", accepted);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_beats_what_the_browser_says()
    {
        var page = await Read("/personvern", "en", "sprak=nn; tema=dark");
        Assert.Contains("<html lang=\"nn\" data-theme=\"dark\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_server_draws_once_needs_no_script_of_the_framework()
    {
        var page = await Read("/personvern");
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/personvern")]
    [InlineData("/finnes-ikke")]
    public async Task Nothing_runs_that_is_written_into_the_page_itself(string path)
    {
        var page = await Read(path);
        Assert.DoesNotMatch(InlineScript(), page);
        Assert.DoesNotMatch(InlineHandler(), page);
    }

    [Fact]
    public async Task Asks_no_other_host_for_anything()
    {
        var page = await Read("/personvern");
        Assert.All(
            AddressPattern().Matches(page),
            address => Assert.DoesNotContain("//", address.Groups[1].Value, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_and_keeps_the_address()
    {
        using var reader = host.Reader("nn");
        var answer = await reader.GetAsync("/finst-ikkje?a=1");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Sida finst ikkje", page, StringComparison.Ordinal);
        Assert.Contains("value=\"/finst-ikkje?a=1\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"finst-ikkje?a=1#innhold\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_is_said_in_words_and_gives_nothing_away()
    {
        using var reader = host.Reader();
        var answer = await reader.GetAsync(ShellHost.FailingPage);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Noe gikk galt hos oss", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelighet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/finnes-ikke", HttpStatusCode.NotFound)]
    [InlineData(ShellHost.FailingPage, HttpStatusCode.InternalServerError)]
    public async Task A_program_gets_problem_details(string path, HttpStatusCode status)
    {
        using var program = host.Program();
        var answer = await program.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> Read(string path, string language = "nb", string? cookies = null)
    {
        using var reader = host.Reader(language);
        if (cookies is not null)
            reader.DefaultRequestHeaders.Add("Cookie", cookies);
        return WebUtility.HtmlDecode(await (await reader.GetAsync(path)).Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<[^>]+\son\w+=")]
    private static partial Regex InlineHandler();

    [GeneratedRegex(@"(?:src|href)=""([^""]*)""")]
    private static partial Regex AddressPattern();
}
