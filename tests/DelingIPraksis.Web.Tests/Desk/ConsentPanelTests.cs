using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using MudBlazor;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>Asking what may be quoted: what it means is said first, and it can be called off.</summary>
public sealed class ConsentPanelTests : DeskContext
{
    [Fact]
    public async Task Asking_says_first_how_many_points_go_out_and_does_nothing_without_a_yes()
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        Button(desk.Find(".consent-panel"), "Spør deltakerne").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("2 av 3 punkter tas ut av rapporten", dialogs.Markup, StringComparison.Ordinal));
        await PressAsync(dialogs, "Avbryt");
        Assert.Null(Now.Consent);
        await AskAsync(desk, dialogs);
        Turn(desk, DeskPlace.Publishing);
        desk.WaitForAssertion(() =>
            Assert.Contains("2 av 3 punkter venter på svar", desk.Find(".publish").TextContent, StringComparison.Ordinal)
        );
        Assert.False(Now.Consent!.SilenceMeansYes);
    }

    [Fact]
    public async Task Asking_is_undone_by_calling_it_off_and_the_points_are_there_again()
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        await AskAsync(desk, dialogs);
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        desk.WaitForAssertion(() => Assert.NotNull(Now.Consent!.CalledOffAt));
        Assert.Equal(3, GatheringReport.Of(Now, attributed: false).Sections.Sum(section => section.Points.Count));
        Assert.Contains("Spørsmålet ble kalt tilbake 8. juni.", desk.Find(".consent-panel").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Button(desk.Find(".consent-panel"), "Spør deltakerne"));
    }

    [Fact]
    public async Task It_is_called_off_with_a_yes()
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        await AskAsync(desk, dialogs);
        Button(desk.Find(".consent-panel"), "Kall spørsmålet tilbake").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("0 av 4 deltakere har svart.", dialogs.Markup, StringComparison.Ordinal));
        await PressAsync(dialogs, "Kall spørsmålet tilbake");
        desk.WaitForAssertion(() => Assert.NotNull(Now.Consent!.CalledOffAt));
    }

    [Theory]
    [InlineData("Hour", 1)]
    [InlineData("ThreeHours", 3)]
    public async Task The_time_may_be_hours(string length, int hours)
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        await desk.InvokeAsync(() => desk.Find("#consent-length").ChangeAsync(length));
        await AskAsync(desk, dialogs);
        Assert.InRange(Now.Consent!.Until, Time.GetUtcNow().AddHours(hours), Time.GetUtcNow().AddHours(hours).AddMinutes(1));
        Assert.Contains($"kl. {11 + hours}:01", desk.Find(".consent-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_was_told_is_moved_forward_with_a_day_to_go_and_not_less()
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        await AskAsync(desk, dialogs);
        await desk.InvokeAsync(() => desk.Find("#consent-length").ChangeAsync("Hour"));
        await desk.InvokeAsync(() => Button(desk.Find(".consent-panel"), "Flytt fristen").ClickAsync());
        Assert.Contains("minst ett døgn", desk.Find("#consent-error").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => desk.Find("#consent-length").ChangeAsync("DayAndNight"));
        await desk.InvokeAsync(() => Button(desk.Find(".consent-panel"), "Flytt fristen").ClickAsync());
        Assert.NotNull(Now.Consent!.UntilBefore);
    }

    [Fact]
    public async Task All_links_and_all_letters_are_copied_at_once()
    {
        GivenVerbatim();
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Consent);
        await AskAsync(desk, dialogs);
        desk.Find(".consent-panel details").TriggerEvent("ontoggle", EventArgs.Empty);
        var copied = desk.WaitForElements("dip-copy");
        Assert.Equal(4, copied[0].GetAttribute("data-text")!.Split('\n').Length);
        Assert.All(
            SampleGathering.Names,
            name => Assert.Contains($"Hei {name}", copied[1].GetAttribute("data-text"), StringComparison.Ordinal)
        );
        await desk.InvokeAsync(() => desk.Find("#letter-to").ChangeAsync(SampleGathering.Party(1).ToString()));
        Assert.StartsWith("Hei Arendal", desk.Find("#letter").TextContent, StringComparison.Ordinal);
        Assert.Contains("/sitater/lenke-", desk.Find("#letter").TextContent, StringComparison.Ordinal);
    }

    private void GivenVerbatim()
    {
        Given(Verbatim());
        Rooms.Now = Time.GetUtcNow();
    }

    private static SampleGathering Verbatim() => SampleGathering.Begun()
        .AddNote(0, NoteKind.Barrier, "Vi mangler et lager til alt det andre kaster")
        .AddNote(1, NoteKind.Barrier, "Ingen måler hvor mye som blir kastet hos oss")
        .AddPoint(1, NoteKind.Barrier, "Vi mangler et lager til alt det andre kaster", (0, 1))
        .AddPoint(2, NoteKind.Barrier, "Ingen måler hvor mye som blir kastet hos oss", (1, 2))
        .AddPoint(3, NoteKind.Barrier, "Noe helt annet");

    private static async Task AskAsync(IRenderedComponent<DeskPage> desk, IRenderedComponent<MudDialogProvider> dialogs)
    {
        Button(desk.Find(".consent-panel"), "Spør deltakerne").Click();
        await PressAsync(dialogs, "Spør deltakerne");
        desk.WaitForElement(".undo");
    }

    private static async Task PressAsync(IRenderedComponent<MudDialogProvider> dialogs, string words)
    {
        dialogs.WaitForAssertion(() => Assert.Contains(dialogs.FindAll("button"), button => button.TextContent.Trim() == words));
        await dialogs.FindAll("button").Last(button => button.TextContent.Trim() == words).ClickAsync();
    }

    private static IElement Button(IElement part, string words) =>
        part.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
}
