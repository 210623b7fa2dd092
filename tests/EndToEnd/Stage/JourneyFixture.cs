using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// What the journeys of one class are played in: a <see cref="TestEnvironment"/> that no other class uses meanwhile. Every journey makes a
/// gathering and browser contexts of its own.
/// </summary>
public sealed class JourneyFixture(TestEnvironments venues) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _open = [];
    private TestEnvironment? _venue;
    private string? _openFor;

    public RunningApplication Application => _venue!.Application;

    public async ValueTask InitializeAsync() => _venue = await venues.BorrowAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAllAsync();
        if (_venue is not null) venues.Return(_venue);
    }

    /// <summary>A browser of somebody's own: cookies and storage apart from all others.</summary>
    public Task<IPage> NewPageAsync(Screen screen = Screen.Wide, ColorScheme scheme = ColorScheme.Light, string language = "nb-NO") =>
        NewPageAsync(Application.Address, screen, scheme, language, null);

    /// <summary>A browser in front of another application than the common one.</summary>
    public Task<IPage> NewPageAsync(Uri address, Screen screen = Screen.Wide, string language = "nb-NO") =>
        NewPageAsync(address, screen, ColorScheme.Light, language, null);

    /// <summary>A browser in which a script runs before those of each page: one that takes something away.</summary>
    public async Task<IPage> NewPageAsync(Uri address, string script)
    {
        var page = await NewPageAsync(address);
        if (script.Length > 0) await page.Context.AddInitScriptAsync(script);
        return page;
    }

    /// <summary>The organiser, signed in, at a browser of her own.</summary>
    public async Task<Organiser> NewOrganiserAsync() =>
        new(await NewPageAsync(Application.Address, Screen.Wide, ColorScheme.Light, "nb-NO", _venue!.SignedIn));

    /// <summary>A participant who has joined with the code.</summary>
    public async Task<Participant> NewParticipantAsync(
        string code,
        string party,
        Screen screen = Screen.Wide,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var participant = new Participant(await NewPageAsync(screen, scheme), party);
        await participant.JoinAsync(code);
        return participant;
    }

    private async Task<IPage> NewPageAsync(Uri address, Screen screen, ColorScheme scheme, string language, string? storage)
    {
        await CloseThoseOfEarlierTestsAsync();
        var context = await _venue!.Browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = screen.Size(),
            ColorScheme = scheme,
            Locale = language,
            // The certificate of a hall of our own.
            IgnoreHTTPSErrors = true,
            StorageState = storage,
            HasTouch = screen == Screen.Phone,
        });
        context.SetDefaultTimeout(TestEnvironment.WaitTimeouts);
        _open.Add(context);
        return await context.NewPageAsync();
    }

    // Windows that nobody looks at any more are live all the same, and a hundred of them make the last journeys slow.
    private async Task CloseThoseOfEarlierTestsAsync()
    {
        var test = TestContext.Current.TestCase?.UniqueID;
        if (test == _openFor) return;
        _openFor = test;
        await CloseAllAsync();
    }

    private async Task CloseAllAsync()
    {
        foreach (var context in _open) await context.CloseAsync();
        _open.Clear();
    }
}
