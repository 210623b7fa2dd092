using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// Looks at a page in every size and both colour schemes: checks it against WCAG 2.1 A and AA, that nothing scrolls sideways, and keeps
/// a picture in <c>artifacts/screens</c>, which is not committed. What is found is gathered, so that one run tells all.
/// </summary>
public sealed class Album
{
    private static readonly AxeRunOptions _all = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };
    // What dark changes is colours, and nothing else.
    private static readonly AxeRunOptions _colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };
    private static readonly string _folder = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screens")).FullName;
    private readonly List<string> _found = [];

    public int Looked { get; private set; }

    public async Task LookAsync(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var screen in Enum.GetValues<Screen>())
            {
                if (scheme == ColorScheme.Dark && screen == Screen.Tablet) continue;
                var size = screen.Size();
                await page.SetViewportSizeAsync(size.Width, size.Height);
                var picture = $"{name}-{size.Width}-{scheme.ToString().ToLowerInvariant()}";
                await LookOnceAsync(page, picture, size.Width, screen == Screen.Tablet ? null : scheme == ColorScheme.Dark ? _colours : _all);
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Screen.Wide.Size().Width, Screen.Wide.Size().Height);
    }

    /// <summary>Where a picture with this name lies.</summary>
    public static string PathOf(string picture) => Path.Combine(_folder, $"{picture}.png");

    /// <summary>Fails when anything was found.</summary>
    public void MustBeFine() => Assert.True(_found.Count == 0, string.Join("\n", _found));

    private async Task LookOnceAsync(IPage page, string picture, int width, AxeRunOptions? rules)
    {
        Looked++;
        await page.ScreenshotAsync(new() { Path = PathOf(picture), FullPage = true });
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width) _found.Add($"{picture}: scrolls sideways, {wide} px");
        if (rules is null) return;
        var result = await page.RunAxe(rules);
        if (result.Passes.Length == 0) _found.Add($"{picture}: nothing was checked");
        foreach (var violation in result.Violations)
            _found.Add($"{picture}: {violation.Id} ({violation.Help}): {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html}{Why(node)}"))}");
    }

    private static string Why(AxeResultNode node) => node.Any.FirstOrDefault() is { } check ? $" [{check.Message} {JsonSerializer.Serialize(check.Data)}]" : "";

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DelingIPraksis.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }
}
