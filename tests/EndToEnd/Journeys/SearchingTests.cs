using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The organiser looks for what somebody once said, on a desk and on a phone, and follows a theme over the years.</summary>
public sealed class SearchingTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task What_was_written_is_found_by_its_parts_narrowed_and_opened_with_the_keyboard_alone()
    {
        var scene = await BoardScene.OpenAsync(theatre, "Søkesamlingen");
        await scene.Stad.AddNoteAsync(NoteKind.Barrier, "Avfallsplanen vår er ti år gammel");
        await scene.Arendal.AddNoteAsync(NoteKind.Barrier, "Vi har ingen som eier brettombruket");
        var page = scene.Organiser.Page;
        await page.GotoAsync("samlinger");
        await page.Locator("#sokefelt").PressSequentiallyAsync("plan avfall");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".hit mark").First).ToHaveTextAsync("Avfallsplanen");
        await Expect(page.Locator(".hit").First).ToContainTextAsync("Stad");
        await _album.LookAsync(page, "sok-treff");
        // The field, the button, where to search, the first filter: each is reached in order.
        await page.Locator("#ord").FocusAsync();
        await page.Locator("#ord").FillAsync("finnesikke");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#treff")).ToContainTextAsync("finnesikke");
        await _album.LookAsync(page, "sok-ingen-treff");
        await page.Locator("#ord").FillAsync("brettombruket");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#slag option")).ToHaveCountAsync(2);
        await page.Locator("#slag").SelectOptionAsync("barriere");
        await page.Locator(".narrow button").ClickAsync();
        await Expect(page.Locator(".hit")).ToHaveCountAsync(1);
        await page.Locator(".hit a").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/samling/.*/rapport"));
        _album.MustBeFine();
    }

    [Fact]
    public async Task Somebody_without_an_account_searches_the_reports_on_a_phone()
    {
        var phone = await theatre.NewPageAsync(Screen.Phone);
        await phone.GotoAsync("rapporter");
        await phone.GotoAsync("sok?ord=kommune");
        await Expect(phone.Locator("#ord")).ToHaveValueAsync("kommune");
        await _album.LookAsync(phone, "sok-rapporter");
        _album.MustBeFine();
    }

    [Fact]
    public async Task A_theme_is_followed_from_its_picture_to_what_was_said()
    {
        var scene = await BoardScene.OpenAsync(theatre, "Temasamlingen");
        await scene.Stad.AddNoteAsync(NoteKind.Barrier, "Vi har ikke penger til gjenbruk");
        await scene.Arendal.AddNoteAsync(NoteKind.Barrier, "Ingen penger i budsjettet til det");
        var page = scene.Organiser.Page;
        await page.GotoAsync("samlinger/temaer");
        await Expect(page.Locator(".multiples svg").First).ToBeVisibleAsync();
        await _album.LookAsync(page, "temaer");
        await page.Locator(".figures td a").First.ClickAsync();
        await Expect(page.Locator(".moment mark").First).ToBeVisibleAsync();
        await _album.LookAsync(page, "temaer-ett");
        _album.MustBeFine();
    }
}
