using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Stage;

internal static class Pages
{
    /// <summary>Waits until what is pressed is heard: the page has its circuit.</summary>
    public static Task LiveAsync(this IPage page) =>
        page.Locator("#live-region[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Waits until the browser has come to an address and fetched the page there.</summary>
    /// <param name="path">The address after the base of the service; a star stands for anything.</param>
    /// <remarks>Asked of the page again and again: an event that something has loaded may come before somebody listens for it.</remarks>
    public static async Task ComesToAsync(this IPage page, string path)
    {
        await Expect(page)
            .ToHaveURLAsync(new Regex($"/{Regex.Escape(path).Replace(@"\*", "[^/?#]+", StringComparison.Ordinal)}([?#].*)?$"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }

    /// <summary>Presses a button by the words on it.</summary>
    public static Task PressAsync(this IPage page, string words) =>
        page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    /// <summary>Goes with Tab, and nothing else, until what is sought has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        const int Most = 80;
        for (var press = 0; press < Most; press++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"«{selector}» is not reached with Tab.");
    }

    /// <summary>
    /// Draws something with a finger. To a place that is out of sight below, it is held at the lower edge until the page has come there.
    /// </summary>
    public static async Task TouchDragAsync(this IPage page, ILocator from, ILocator to)
    {
        await from.ScrollIntoViewIfNeededAsync();
        var start = (await from.BoundingBoxAsync())!;
        var height = page.ViewportSize!.Height;
        var line = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync("touchStart", start.X + (start.Width / 2), start.Y + (start.Height / 2));
        var end = (await to.BoundingBoxAsync())!;
        await TouchAsync("touchMove", (start.X + end.X) / 2, Math.Min((start.Y + end.Y) / 2, height - 20));
        if (end.Y + 40 > height - 100)
        {
            await TouchAsync("touchMove", end.X + 40, height - 20);
            await page.WaitForFunctionAsync(
                "([place, height]) => place.getBoundingClientRect().top + 40 < height - 100",
                new object[] { await to.ElementHandleAsync(), height }
            );
            // Away from the edge the page stands still again.
            await TouchAsync("touchMove", end.X + 40, height / 2);
            end = (await to.BoundingBoxAsync())!;
        }

        await TouchAsync("touchMove", end.X + Math.Min(40, end.Width / 2), end.Y + Math.Min(40, end.Height / 2));
        await line.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        Task TouchAsync(string type, float x, float y) =>
            line.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new[] { new { x, y } } });
    }
}
