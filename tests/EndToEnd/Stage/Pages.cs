using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

internal static class Pages
{
    /// <summary>Waits until what is pressed is heard: the page has its circuit.</summary>
    public static Task LiveAsync(this IPage page) => page.Locator("#live-region[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Presses a button by the words on it.</summary>
    public static Task PressAsync(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

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
}
