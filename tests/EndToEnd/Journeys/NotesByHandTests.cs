using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The shared board with the keyboard alone, with a mouse, and with a finger; and what is done on one screen is seen on the other.
/// </summary>
public sealed class NotesByHandTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_pasted_list_becomes_a_note_for_each_item_when_one_says_so_and_half_a_word_becomes_none()
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, "Limt inn");
        var composer = stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("halv");
        // As Safari sends the Enter that ends the composing of a word.
        await composer.EvaluateAsync(
            "area => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }))"
        );
        await Expect(composer).ToHaveValueAsync("halv");
        await Expect(stad.Page.Locator(".waiting-note, .note")).ToHaveCountAsync(0);

        var split = stad.Page.GetByRole(AriaRole.Button, new() { Name = Words.Note("SplitList", 3) });
        await Expect(split).ToBeHiddenAsync();
        await composer.EvaluateAsync(
            "(area, list) => { area.value = list; area.dispatchEvent(new InputEvent('input', { inputType: "
                + "'insertFromPaste', bubbles: true })); }",
            "• En\n• To\n• Tre"
        );
        await split.ClickAsync();
        await Expect(composer).ToHaveValueAsync("");
        await Expect(split).ToBeHiddenAsync();
        await Expect(arendal.Page.Locator(".note-barrier .text")).ToHaveTextAsync(["Tre", "To", "En"]);

        // A long note shows its first lines, and the rest when one asks for it.
        await stad.AddNoteAsync(NoteKind.Barrier, string.Concat(Enumerable.Repeat("Vi mangler et sted å lagre materialer. ", 40)).Trim());
        var note = arendal.Page.Locator(".note-barrier").First;
        var folded = (await note.BoundingBoxAsync())!.Height;
        await note.GetByRole(AriaRole.Button, new() { Name = Words.Note("ShowAll") }).ClickAsync();
        Assert.True((await note.BoundingBoxAsync())!.Height > 2 * folded);
    }

    [Fact]
    public async Task Everything_on_the_board_is_done_with_the_keyboard_alone_and_the_focus_is_never_lost()
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, "Bare tastatur");
        var (keys, page) = (stad.Page.Keyboard, stad.Page);
        await stad.AddNoteAsync(NoteKind.Barrier, "Ingen måler ombruk");
        await stad.AddNoteAsync(NoteKind.Barrier, "Be staten om felles indikatorer");
        await Expect(page.Locator("#new-barrier")).ToBeFocusedAsync();
        await Expect(page.Locator("#new-barrier")).ToHaveValueAsync("");

        // Moved with Alt and an arrow: the focus goes along.
        await More(page, "Be staten").FocusAsync();
        await keys.PressAsync("Alt+ArrowRight");
        await Expect(page.Locator(".note-opportunity")).ToContainTextAsync("Be staten");
        await Expect(More(page, "Be staten")).ToBeFocusedAsync();
        await Expect(page.Locator("#live-region")).ToContainTextAsync("Lappen er flyttet til muligheter.");

        // Labelled, and said what it answers, in the menu.
        await keys.PressAsync("Enter");
        await Expect(page.Locator("dip-note-menu")).ToBeVisibleAsync();
        await TabToAsync(page, "to:State");
        await keys.PressAsync("Space");
        await Expect(page.Locator("[data-focus-key='to:State']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[data-focus-key='to:State']")).ToBeFocusedAsync();
        await TabToAsync(page, "theme");
        await keys.TypeAsync("Indikatorer");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-focus-key='theme:Indikatorer']")).ToHaveAttributeAsync("aria-pressed", "true");
        await TabToAsync(page, "answers");
        // Letters choose in the list they are typed in, and go nowhere else.
        await keys.TypeAsync("Ingen m");
        await Expect(page.Locator(".note-opportunity .answers")).ToContainTextAsync("Ingen måler ombruk");
        await Expect(page.Locator("[data-focus-key='answers']")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-focus-key='theme']")).ToHaveValueAsync("");
        await keys.PressAsync("Escape");
        await Expect(page.Locator("dip-note-menu")).ToHaveCountAsync(0);
        await Expect(More(page, "Be staten")).ToBeFocusedAsync();
        await Expect(arendal.Page.Locator(".note-opportunity .about")).ToHaveTextAsync("Indikatorer · til staten");
        await Expect(arendal.Page.Locator(".note-opportunity .answers")).ToContainTextAsync("Ingen måler ombruk");

        // The partner agrees, and the writer sees it.
        await arendal.Page.Locator("[data-focus-key^='agree:']").Last.FocusAsync();
        await arendal.Page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".agreed")).ToHaveTextAsync("Enig 1");

        // Deleted with one key, and back with another; from note to note with the arrows.
        await More(page, "Be staten").FocusAsync();
        await keys.PressAsync("Delete");
        await Expect(page.Locator("[data-focus-key^='undo:']")).ToBeFocusedAsync();
        await Expect(arendal.Page.Locator(".note-opportunity")).ToHaveCountAsync(0);
        await keys.PressAsync("Enter");
        await Expect(More(page, "Be staten")).ToBeFocusedAsync();
        await Expect(arendal.Page.Locator(".note-opportunity")).ToHaveCountAsync(1);
        await stad.AddNoteAsync(NoteKind.Opportunity, "Øverst");
        await More(page, "Øverst").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(More(page, "Be staten")).ToBeFocusedAsync();

        // Worded anew in its place.
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-focus-key^='edit:']")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Locator("textarea[data-focus-key^='edit/']")).ToBeFocusedAsync();
        await keys.PressAsync("Control+End");
        await keys.TypeAsync(" i år");
        await keys.PressAsync("Enter");
        await arendal.SeesNoteAsync(NoteKind.Opportunity, "Be staten om felles indikatorer i år");
        await Expect(More(page, "i år")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_note_is_dragged_with_the_mouse_and_on_a_phone_with_a_finger()
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, "Dra og slipp", Screen.Phone);
        await stad.AddNoteAsync(NoteKind.Barrier, "Frivilligsentralen har plass");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Frivilligsentralen har plass");
        var to = (await stad.Page.Locator(".column-opportunity").BoundingBoxAsync())!;
        await stad.Page.Locator("[data-grip]").HoverAsync();
        await stad.Page.Mouse.DownAsync();
        // Let go far below the column, which is short: the whole height of the page counts.
        await stad.Page.Mouse.MoveAsync(to.X + 60, to.Y + to.Height + 20, new() { Steps = 4 });
        await Expect(stad.Page.Locator(".column-opportunity[data-over]")).ToHaveCountAsync(1);
        await stad.Page.Mouse.UpAsync();
        await stad.SeesNoteAsync(NoteKind.Opportunity, "Frivilligsentralen har plass");
        await Expect(arendal.Page.Locator("[data-drop=opportunity] b")).ToHaveTextAsync("1");

        // Escape lets it stay where it was.
        await stad.Page.Locator("[data-grip]").HoverAsync();
        await stad.Page.Mouse.DownAsync();
        await stad.Page.Mouse.MoveAsync(100, to.Y + 40, new() { Steps = 3 });
        await stad.Page.Keyboard.PressAsync("Escape");
        await stad.Page.Mouse.UpAsync();
        await Expect(stad.Page.Locator("[data-held]")).ToHaveCountAsync(0);
        await Expect(stad.Page.Locator(".note-opportunity")).ToHaveCountAsync(1);

        // With a finger the note is let go on the other tab.
        await arendal.AddNoteAsync(NoteKind.Barrier, "Egentlig en mulighet");
        await arendal.Page.TouchDragAsync(arendal.Page.Locator("[data-grip]"), arendal.Page.Locator(".tabs [data-drop=opportunity]"));
        await stad.SeesNoteAsync(NoteKind.Opportunity, "Egentlig en mulighet");
        await arendal.Page.Locator("label:has(#tab-opportunity)").ClickAsync();
        await arendal.SeesNoteAsync(NoteKind.Opportunity, "Egentlig en mulighet");

        // And without dragging, in the menu, which is a sheet at the thumb.
        await arendal.Page.Locator("[data-focus-key^='more:']").ClickAsync();
        await arendal.Page.Locator("[data-focus-key^='move:']").ClickAsync();
        await stad.SeesNoteAsync(NoteKind.Barrier, "Egentlig en mulighet");
        await Expect(arendal.Page.Locator("#tab-barrier")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_table_with_one_screen_writes_for_both_and_the_notes_are_where_they_belong()
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, "Én skjerm");
        await Expect(stad.Page.Locator(".whose:visible")).ToHaveCountAsync(0);
        await stad.Page.PressAsync(Words.Note("OneScreen"));
        await stad.Page.Locator(".column-barrier .whose").GetByText("Arendal").ClickAsync();
        await stad.AddNoteAsync(NoteKind.Opportunity, "Vi har en tom skole");
        var note = arendal.Page.Locator(".note-opportunity");
        await Expect(note.Locator(".party")).ToHaveTextAsync(new Regex("Arendal, ført av Stad"));
        await Expect(note.Locator("[data-focus-key^='more:']")).ToBeVisibleAsync();
        await stad.Page.ReloadAsync();
        await stad.Page.LiveAsync();
        await Expect(stad.Page.Locator(".column-barrier .whose")).ToBeVisibleAsync();

        // Whoever wrote it down may mend it, and so may the one whose it is.
        await stad.Page.Locator("[data-focus-key^='more:']").ClickAsync();
        await stad.Page.Locator("[data-focus-key='to:Region']").ClickAsync();
        await Expect(note.Locator(".about")).ToHaveTextAsync("til regionen");
        await note.Locator("[data-focus-key^='more:']").FocusAsync();
        await arendal.Page.Keyboard.PressAsync("Delete");
        await Expect(stad.Page.Locator(".note-opportunity")).ToHaveCountAsync(0);
    }

    private static ILocator More(IPage page, string text) =>
        page.Locator(".note").Filter(new() { HasText = text }).Locator("[data-focus-key^='more:']");

    private static async Task TabToAsync(IPage page, string key)
    {
        for (var step = 0; step < 30; step++)
        {
            if (await page.EvaluateAsync<string?>("document.activeElement?.dataset.focusKey") == key) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{key} is not reached with Tab.");
    }
}
