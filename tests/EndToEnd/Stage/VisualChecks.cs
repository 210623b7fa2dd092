using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// Looks at a page in every size and both colour schemes: checks it against WCAG 2.1 A and AA, and that nothing scrolls sideways. What is
/// found is gathered, so that one run tells all, and its picture lies in <c>artifacts/screens</c>, which is not committed.
/// </summary>
public sealed class VisualChecks
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();
    private static readonly Rules _accessible = new("tag", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
    // The console is full of small things: also what is only good practice, and how large they are to hit.
    private static readonly Rules _console = new("tag", [.. _accessible.Values, "wcag22aa", "best-practice"]);
    // What dark changes is colours, and nothing else.
    private static readonly Rules _colours = new("rule", ["color-contrast"]);
    private static readonly string _folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screens")).FullName;
    // A picture takes a third of a second, and the whole album has hundreds: `PICTURES=all ./test browser` takes them all.
    private static readonly bool _pictures = Environment.GetEnvironmentVariable("PICTURES") == "all";
    private readonly List<string> _found = [];

    /// <summary>How many pages have been looked at.</summary>
    public int Looked { get; private set; }

    public async Task LookAsync(IPage page, string name)
    {
        Looked++;
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var screen in Enum.GetValues<Screen>())
            {
                // The picture of a dark phone is for the eye.
                if (scheme == ColorScheme.Dark && screen != Screen.Wide && !(_pictures && screen == Screen.Phone)) continue;
                var size = screen.Size();
                await page.SetViewportSizeAsync(size.Width, size.Height);
                var picture = $"{name}-{size.Width}-{scheme.ToString().ToLowerInvariant()}";
                await LookOnceAsync(
                    page,
                    picture,
                    size.Width,
                    screen == Screen.Tablet ? null
                        : scheme == ColorScheme.Dark ? _colours
                        : name.StartsWith("konsoll", StringComparison.Ordinal) ? _console
                        : _accessible
                );
            }
        }

        await LookLargeAsync(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Screen.Wide.Size().Width, Screen.Wide.Size().Height);
    }

    /// <summary>Where a picture with this name lies.</summary>
    public static string PathOf(string picture) => Path.Combine(_folder, $"{picture}.png");

    /// <summary>Fails when anything was found.</summary>
    public void MustBeFine() => Assert.True(_found.Count == 0, string.Join("\n", _found));

    private async Task LookOnceAsync(IPage page, string picture, int width, Rules? rules)
    {
        var found = _found.Count;
        await JudgeAsync(page, picture, width, rules);
        if (_pictures || _found.Count > found) await page.ScreenshotAsync(new() { Path = PathOf(picture), FullPage = true });
    }

    private async Task JudgeAsync(IPage page, string picture, int width, Rules? rules)
    {
        var wide = await page.EvaluateAsync<int>(Width);
        if (wide > width) _found.Add($"{picture}: scrolls sideways, {wide} px");
        if (rules is null) return;
        // Each time: it also gives the page the moment that new colours need.
        await page.EvaluateAsync(_axe);
        foreach (var fault in await page.EvaluateAsync<string[]>(Violations, rules)) _found.Add($"{picture}: {fault}");
    }

    // The smallest screen and the largest text at once, as somebody sets it in the browser: nothing is wider than the screen, and no words
    // are cut.
    private async Task LookLargeAsync(IPage page, string name)
    {
        const int Narrow = 320;
        await page.SetViewportSizeAsync(Narrow, 640);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await SizeAsync(32);
        await page.EvaluateAsync<int>(Width);
        foreach (var fault in await page.EvaluateAsync<string[]>(Faults, Narrow))
        {
            _found.Add($"{name}, 320 px and 200 %: {fault}");
            await page.ScreenshotAsync(new() { Path = PathOf($"{name}-320-stor"), FullPage = true });
        }

        await SizeAsync(16);
        await browser.DetachAsync();

        // The answer comes before the page has the new size.
        async Task SizeAsync(int standard)
        {
            await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard, @fixed = standard * 13 / 16 } });
            await page.WaitForFunctionAsync("size => getComputedStyle(document.documentElement).fontSize === size", $"{standard}px");
        }
    }

    // The new size and colours are drawn, and nothing is on its way from the old ones, before the page is judged.
    private const string Width = """
        async () => {
          await document.fonts.ready;
          // A transition may begin in the frame after the one that was waited for.
          for (let round = 0; round < 3; round++) {
            for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
            for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
          }
          return document.documentElement.scrollWidth;
        }
        """;

    private const string Violations = """
        async rules => {
          const { passes, violations } = await axe.run(document, {
            runOnly: { type: rules.Type, values: rules.Values }, resultTypes: ['violations']
          });
          if (passes.length === 0) return ['nothing was checked'];
          const reason = check => `${check.message} ${JSON.stringify(check.data)}`;
          const told = node => `${node.html} [${[...node.any, ...node.all, ...node.none].map(reason).join('; ')}]`;
          return violations.map(rule => `${rule.id} (${rule.help}): ${rule.nodes.slice(0, 3).map(told).join(' | ')}`);
        }
        """;

    // What is meant for ears has no width, an ellipsis is meant, and the words of a field are moved with the caret.
    private const string Faults = """
        most => {
          const faults = [], right = element => Math.round(element.getBoundingClientRect().right);
          if (document.documentElement.scrollWidth > most) faults.push(`scrolls sideways, ${document.documentElement.scrollWidth} px`);
          for (const element of document.querySelectorAll('body *')) {
            if (element.closest('.visually-hidden, input, textarea, select, svg')
              || !element.checkVisibility({ visibilityProperty: true })) continue;
            const name = element.outerHTML.slice(0, 100), { overflowX, textOverflow } = getComputedStyle(element);
            if (faults.length > 0 && right(element) > most + 1 && ![...element.children].some(child => right(child) > most + 1))
              faults.push(`${name} reaches ${right(element)}`);
            if (element.clientWidth > 4 && element.scrollWidth > element.clientWidth + 1
              && /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis') faults.push(`${name} is cut`);
          }
          // Nothing that is read is too wide: then it is told what is.
          if (faults.length === 1) faults.push(...[...document.querySelectorAll('body *')]
            .filter(element => right(element) > most + 1 && ![...element.children].some(child => right(child) > most + 1))
            .map(element => `${element.outerHTML.slice(0, 100)} reaches ${right(element)}`));
          return faults.slice(0, 5);
        }
        """;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DelingIPraksis.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }

    // Which of axe's rules are tried: those with one of the tags, or those named.
    private sealed record Rules(string Type, string[] Values);
}
