using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>A service with accounts, and what its search page says to each of them.</summary>
internal sealed partial class SearchStage(string? data = null, string database = "") : IAsyncDisposable
{
    private const string Password = "fjorden er blank i dag";

    private readonly List<Browser> _browsers = [];

    public TestApplication Web { get; } =
        new TestApplication(data, settings: [("Access:SignInsPerAddress", "1000"), ("Deling:Database", database)]).Start();

    /// <summary>A browser where nobody has signed in.</summary>
    public Browser Guest()
    {
        var browser = new Browser(Web.Address);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>An account that has signed in, with a role in a gathering or with none.</summary>
    public async Task<Browser> GivenAsync(TestGathering? gathering = null, Role role = Role.None)
    {
        await using var scope = Web.Services.CreateAsyncScope();
        var email = $"{Guid.NewGuid():N}@kommune.example";
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Kari" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        Assert.True(made.Succeeded);
        if (gathering is not null && role != Role.None)
            await Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(new Id<User>(user.Id), role));
        var browser = Guest();
        await browser.SignInAsync(email, Password);
        return browser;
    }

    /// <summary>The page for an address below <c>/sok?</c>.</summary>
    public static async Task<string> PageAsync(Browser browser, string query)
    {
        using var answer = await browser.Http.GetAsync(
            new Uri($"/sok?{query}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The hits of a search, each as its text.</summary>
    public static async Task<List<string>> HitsAsync(Browser browser, string words, string further = "")
    {
        // On a machine that is busy, what was just written may still be on its way into the index. Then the page says so.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string page;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            page = await PageAsync(browser, $"ord={Uri.EscapeDataString(words)}{further}");
        }
        while (page.Contains("Søket leser fortsatt", StringComparison.Ordinal));
        return [.. HitPattern().Matches(page).Select(hit => BlankPattern().Replace(TagPattern().Replace(hit.Value, ""), " ").Trim())];
    }

    /// <summary>Asks until there are this many hits: an index that is made at the start is not there at once.</summary>
    public static async Task UntilHitsAsync(Browser browser, string words, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await HitsAsync(browser, words)).Count != count) patience.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers) browser.Dispose();
        await Web.DisposeAsync();
    }

    [GeneratedRegex("<li class=\"hit\".*?</li>", RegexOptions.Singleline)]
    private static partial Regex HitPattern();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankPattern();
}
