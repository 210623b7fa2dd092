using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Register;
using Microsoft.Playwright;

namespace DelingIPraksis.Load;

/// <summary>
/// The facilitator's console with every municipality in Norway: 178 pairs in a rehearsal at real speed, where all who come are simulated
/// and write all the while. Everything is pressed in a real browser, and timed there from the press until it is on the screen.
/// </summary>
internal static partial class ConsoleSpeed
{
    private const int Pairs = 178;

    /// <summary>How long the simulated get to come, and later to write, before anything is timed.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(40);

    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-console-").FullName;
        await using var application = await ApplicationProcess.StartAsync(data);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", "--disable-gpu"] }
        );
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = application.Address.ToString(),
                Locale = "nb-NO",
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await SetUpAsync(page, FirstLinkPattern().Match(application.Said).Value);
        var lines = await MeasureAsync(page);
        await context.CloseAsync();
        await application.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return lines;
    }

    private static async Task SetUpAsync(IPage page, string firstLink)
    {
        await page.GotoAsync(firstLink);
        await page.Locator("#navn").FillAsync("Astrid Arrangør");
        await page.Locator("#epost").FillAsync("astrid@nettverket.example");
        await page.Locator("#passord").FillAsync("fjorden er blank i dag");
        await page.Locator("#passord").PressAsync("Enter");
        await page.Locator("[name=tittel]").FillAsync("Hele Norge");
        await page.Locator("[name=nettverk]").FillAsync("Alle");
        await page.Locator("[name=dato]").FillAsync("2027-06-07");
        await page.Locator("[name=tema]").FillAsync("sirkulærøkonomi");
        await page.Locator("[name=deltakere]").FillAsync(string.Join('\n', MunicipalityRegister.Own.All.Select(one => one.Number)));
        await page.Locator(".new-gathering button[type=submit]").ClickAsync();
        await page.Locator(".console").WaitForAsync();
        var gathering = GatheringPattern().Match(page.Url).Value;
        await page.GotoAsync($"{gathering}/generalprove");
        await page.Locator("[name='Asked.Speed'][value='1']").CheckAsync();
        await page.Locator(".rehearsal button[type=submit]").ClickAsync();
        await page.Locator(".rehearsal-bar").WaitForAsync();
        await page.Locator("#live-region[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Task.Delay(Settling);
    }

    private static async Task<IReadOnlyList<string>> MeasureAsync(IPage page)
    {
        List<string> lines = ["| what is pressed | times | p50 | max |", "| --- | --- | --- | --- |"];
        await page.Locator("input[name=attendance]").Nth(1).CheckAsync();
        lines.Add(Line($"{Pairs} pairs are proposed", Once(await PressAsync(page, ".pairing button.btn-solid", ".proposal > li", Pairs))));
        lines.Add(Line("and shown to everybody", Once(await PressAsync(page, ".show-pairs button", "table.pairs tbody tr", Pairs))));
        var steps = new Figures();
        for (var step = 0; step < 5; step++) steps.Add(await PressAsync(page, ".time-panel [aria-keyshortcuts=N]", "#time-title", null));
        lines.Add(Line("everybody is moved one step", steps));
        await Task.Delay(Settling);
        var orders = new Figures();
        foreach (var order in (string[])["Name", "Need", "Name", "Progress", "Name", "Activity", "Name", "Need"])
            orders.Add(await TimeAsync(page, "#pair-order", order, "table.pairs tbody tr th", null));
        lines.Add(Line("the rows in another order", orders));
        var finds = new Figures();
        foreach (var words in (string[])["Utsira", "Hasvik", "Lierne"])
        {
            finds.Add(await TimeAsync(page, "#pair-search", words, "table.pairs tbody tr", 1));
            await TimeAsync(page, "#pair-search", "", "table.pairs tbody tr", Pairs);
        }

        lines.Add(Line("a pair is found by name", finds));
        var frames = new Figures();
        foreach (var frame in await page.EvaluateAsync<double[]>(Scrolled)) frames.Add(TimeSpan.FromMilliseconds(frame));
        lines.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| a frame while scrolling for two seconds | {frames.Count} | {frames.Percentile(.5):0.0} ms | {frames.Percentile(1):0.0} "
                    + $"ms (p95 {frames.Percentile(.95):0.0}) |"
            )
        );
        return lines;
    }

    private static Task<TimeSpan> PressAsync(IPage page, string button, string watch, int? count) =>
        TimeAsync(page, button, null, watch, count);

    private static async Task<TimeSpan> TimeAsync(IPage page, string press, string? value, string watch, int? count) =>
        TimeSpan.FromMilliseconds(await page.EvaluateAsync<double>(Timed, new { press, value, watch, count }));

    private static Figures Once(TimeSpan took)
    {
        var figures = new Figures();
        figures.Add(took);
        return figures;
    }

    private static string Line(string what, Figures times) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {times.Count} | {times.Percentile(.5):0} ms | {times.Percentile(1):0} ms |"
        );

    // Presses a control, or sets a field's value. Waits until the wanted number of watched elements exists, or until the text of the first
    // one changes, and then for the frame in which that is drawn.
    private const string Timed = """
        async ({ press, value, watch, count }) => {
          const is = () => count === null
            ? document.querySelector(watch)?.textContent !== before
            : document.querySelectorAll(watch).length === count;
          const before = document.querySelector(watch)?.textContent;
          const element = document.querySelector(press);
          const begun = performance.now();
          if (value === null) element.click();
          else {
            element.value = value;
            element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
          }
          if (!is()) await new Promise((resolve, reject) => {
            const observer = new MutationObserver(() => { if (is()) { observer.disconnect(); resolve(); } });
            observer.observe(document.body, { childList: true, subtree: true, characterData: true });
            setTimeout(() => reject(new Error(`Nothing came of ${press}.`)), 60000);
          });
          await new Promise(requestAnimationFrame);
          return performance.now() - begun;
        }
        """;

    private const string Scrolled = """
        () => new Promise(resolve => {
          const frames = [];
          const begun = performance.now();
          let before = begun;
          const frame = now => {
            if (now > before) frames.push(now - before);
            before = now;
            window.scrollBy(0, 40);
            if (window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1) window.scrollTo(0, 0);
            if (now - begun < 2000) requestAnimationFrame(frame);
            else resolve(frames);
          };
          requestAnimationFrame(frame);
        })
        """;

    [GeneratedRegex(@"http://\S+/forste/\S+")]
    private static partial Regex FirstLinkPattern();

    [GeneratedRegex("/samling/[0-9a-f-]+")]
    private static partial Regex GatheringPattern();
}
