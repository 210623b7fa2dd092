using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

internal static class Pages
{
    /// <summary>Waits until what is pressed is heard: the page has its circuit.</summary>
    public static Task LiveAsync(this IPage page) => page.Locator("#live-region[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Presses a button by the words on it.</summary>
    public static Task PressAsync(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
}
