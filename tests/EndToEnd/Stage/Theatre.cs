using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>One application and one browser for all journeys; every journey makes a gathering and browser contexts of its own.</summary>
public sealed class Theatre : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningApplication Application { get; } = new();

    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright);
        await Application.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>A browser of one's own: cookies and storage apart from all others.</summary>
    public async Task<IPage> NewPersonAsync(Screen screen = Screen.Wide, ColorScheme scheme = ColorScheme.Light, string language = "nb-NO")
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Application.Address.ToString(),
            ViewportSize = screen.Size(),
            HasTouch = screen == Screen.Phone,
            ColorScheme = scheme,
            Locale = language,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Debian's Chromium, without what it would send home.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}

/// <summary>The screens that everything is looked at on.</summary>
public enum Screen
{
    Wide,
    Tablet,
    Phone,
}

internal static class Screens
{
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Phone => new() { Width = 360, Height = 780 },
        Screen.Tablet => new() { Width = 768, Height = 1024 },
        _ => new() { Width = 1440, Height = 900 },
    };
}

[CollectionDefinition(nameof(Theatre))]
public sealed class TheatreGroup : ICollectionFixture<Theatre>;
