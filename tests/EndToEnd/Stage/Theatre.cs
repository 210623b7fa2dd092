using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>One application and one browser for all journeys; every journey makes a gathering and browser contexts of its own.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly List<IBrowserContext> _open = [];
    private string? _signedIn;
    private string? _openFor;

    public RunningApplication Application { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // On a busy machine a screen may take seconds; that is what the figures are for, not these tests.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            // What a browser would send home has no place in a test, and a container has neither a sandbox nor a graphics card.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await Application.StartAsync();
        var page = await NewPageAsync();
        await new Organiser(page).BecomeFirstAsync(Application.FirstOrganiserLink());
        _signedIn = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>A browser of somebody's own: cookies and storage apart from all others.</summary>
    public Task<IPage> NewPageAsync(Screen screen = Screen.Wide, ColorScheme scheme = ColorScheme.Light, string language = "nb-NO") =>
        NewPageAsync(Application.Address, screen, scheme, language, null);

    /// <summary>A browser in front of another application than the common one.</summary>
    public Task<IPage> NewPageAsync(Uri address, Screen screen = Screen.Wide) => NewPageAsync(address, screen, ColorScheme.Light, "nb-NO", null);

    /// <summary>The organiser, signed in, at a browser of her own.</summary>
    public async Task<Organiser> NewOrganiserAsync() => new(await NewPageAsync(Application.Address, Screen.Wide, ColorScheme.Light, "nb-NO", _signedIn));

    /// <summary>A participant who has joined with the code.</summary>
    public async Task<Participant> NewParticipantAsync(string code, string party, Screen screen = Screen.Wide, ColorScheme scheme = ColorScheme.Light)
    {
        var participant = new Participant(await NewPageAsync(screen, scheme), party);
        await participant.JoinAsync(code);
        return participant;
    }

    private async Task<IPage> NewPageAsync(Uri address, Screen screen, ColorScheme scheme, string language, string? storage)
    {
        await CloseThoseOfEarlierTestsAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = screen.Size(),
            ColorScheme = scheme,
            Locale = language,
            StorageState = storage,
            HasTouch = screen == Screen.Phone,
        });
        context.SetDefaultTimeout(15_000);
        _open.Add(context);
        return await context.NewPageAsync();
    }

    // Windows that nobody looks at any more are live all the same, and a hundred of them make the last journeys slow.
    private async Task CloseThoseOfEarlierTestsAsync()
    {
        var test = TestContext.Current.TestCase?.UniqueID;
        if (test == _openFor) return;
        _openFor = test;
        foreach (var context in _open) await context.CloseAsync();
        _open.Clear();
    }
}

[CollectionDefinition(nameof(Theatre))]
public sealed class TheatreGroup : ICollectionFixture<Theatre>;
