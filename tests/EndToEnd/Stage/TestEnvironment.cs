using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>One running application and one browser. The journeys of a class use it alone; the next class uses it after them.</summary>
public sealed class TestEnvironment : IAsyncDisposable
{
    /// <summary>Milliseconds to wait for a screen. A busy machine takes seconds, and speed is measured elsewhere.</summary>
    public const int WaitTimeouts = 60_000;

    private readonly IPlaywright _playwright;

    private TestEnvironment(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public RunningApplication Application { get; } = new();

    /// <summary>The cookies of the organiser who was made first.</summary>
    public string SignedIn { get; private set; } = "";

    public static async Task<TestEnvironment> OpenAsync()
    {
        Assertions.SetDefaultExpectTimeout(WaitTimeouts);
        var playwright = await Playwright.CreateAsync();
        var venue = new TestEnvironment(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            // What a browser would send home has no place in a test, and a container has neither a sandbox nor a graphics card.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                // Names of a hall, so that what only localhost is given is seen to be missed.
                "--host-resolver-rules=MAP *.test 127.0.0.1",
            ],
        }));
        await venue.Application.StartAsync();
        await using var context = await venue.Browser.NewContextAsync(
            new() { BaseURL = venue.Application.Address.ToString(), Locale = "nb-NO" }
        );
        await new Organiser(await context.NewPageAsync()).BecomeFirstAsync(venue.Application.FirstOrganiserLink());
        venue.SignedIn = await context.StorageStateAsync();
        return venue;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await Application.DisposeAsync();
    }
}
