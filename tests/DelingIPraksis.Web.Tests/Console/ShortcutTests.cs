using System.Text.RegularExpressions;
using Bunit;
using DelingIPraksis.Web.Console;
using MudBlazor;

namespace DelingIPraksis.Web.Tests.Console;

public sealed partial class ShortcutTests : ConsoleContext
{
    /// <summary>Down and up move among the rows themselves.</summary>
    private static readonly string[] AmongRows = ["J", "K"];

    [Fact]
    public void Every_key_in_the_list_presses_something_that_can_be_seen_and_none_is_left_out()
    {
        var carried = Directory.EnumerateFiles(Path.Combine(Sources.Web, "Console"), "*.razor", SearchOption.AllDirectories)
            .Append(Path.Combine(Sources.Web, "Access", "Pages", "Gatherings", "GatheringNav.razor"))
            .SelectMany(file => CarriedPattern().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value + match.Groups[2].Value)
            .Order(StringComparer.Ordinal);
        Assert.Equal(ShortcutKeys.All.Select(key => key.Key).Except(AmongRows).Order(StringComparer.Ordinal), carried.Distinct());
    }

    [Fact]
    public void The_list_is_a_dialog_and_the_keys_can_be_turned_off_in_it()
    {
        var dialogs = Render<MudDialogProvider>();
        var console = Open(TestData.At(Domain.GroupWork.PhaseKind.Board, 2));
        console.InvokeAsync(() =>
            Services.GetService(typeof(IDialogService)) is IDialogService service
                ? service.ShowAsync<ShortcutsDialog>("Hurtigtaster")
                : null!
        );
        dialogs.WaitForElement("kbd");
        Assert.Equal(ShortcutKeys.All.Count, dialogs.FindAll("kbd").Count);
        Assert.NotNull(dialogs.Find("input[type=checkbox]"));
    }

    [Fact]
    public async Task The_code_is_shown_with_a_picture_that_leads_to_the_door()
    {
        var dialogs = Render<MudDialogProvider>();
        Button(Open(TestData.At(Domain.GroupWork.PhaseKind.Board, 2)), "Vis QR").Click();
        dialogs.WaitForElement(".qr");
        Assert.Contains("/k/7K4M2QXR", dialogs.Find(".join-dialog a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [GeneratedRegex("""aria-keyshortcuts="(?:([^@"]+)|@\([^"]*"([^"]+)" : null\))["]""")]
    private static partial Regex CarriedPattern();
}
