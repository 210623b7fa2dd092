using DelingIPraksis.Domain.GroupWork;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>Somebody from a municipality, at a browser of her own.</summary>
public sealed class Participant(IPage page, string party)
{
    public IPage Page => page;

    public string Party => party;

    /// <summary>What says that the line is lost.</summary>
    public ILocator Band => page.Locator("#components-reconnect-modal");

    /// <summary>From the front page to the board: the code, the municipality, and in.</summary>
    public async Task JoinAsync(string code)
    {
        await page.GotoAsync("./");
        await page.Locator("#kode").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel(party, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Access("Join"), Exact = true }).ClickAsync();
        // That it has come to life says more than that every file has been fetched.
        await page.ComesToAsync("tavle/*");
        await page.LiveAsync();
    }

    /// <summary>Writes in the field with this label, and waits until it is stored.</summary>
    public async Task WriteAsync(string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await page.GetByLabel(label, new() { Exact = true }).BlurAsync();
        await SavedAsync(label, text);
    }

    /// <summary>The server has told the field what it holds: then it is stored.</summary>
    public Task SavedAsync(string label, string text) =>
        Expect(page.Locator("dip-words").Filter(new() { Has = page.GetByLabel(label, new() { Exact = true }) }))
            .ToHaveAttributeAsync("data-text", text);

    /// <summary>Hands over the feedback although some questions stand open, which is asked about once.</summary>
    public async Task HandOverAsync()
    {
        await page.PressAsync(Words.Board("HandOver"));
        await page.PressAsync(Words.Exchange("HandOverAnyway"));
        await Expect(page.Locator(".hand-over")).ToHaveCountAsync(0);
    }

    public async Task AddNoteAsync(NoteKind kind, string text)
    {
        var composer = page.Locator(Composer(kind));
        await composer.FillAsync(text);
        await composer.PressAsync("Enter");
        await SeesNoteAsync(kind, text);
    }

    public Task SeesNoteAsync(NoteKind kind, string text) =>
        Expect(
            page.Locator(kind == NoteKind.Barrier ? ".note-barrier .text" : ".note-opportunity .text")
                .GetByText(text, new() { Exact = true })
        )
            .ToBeVisibleAsync();

    /// <summary>Waits until the whole room has come to this step.</summary>
    public Task IsAtAsync(PhaseKind phase) =>
        Expect(page.Locator(".phase-bar [aria-current=step]")).ToContainTextAsync(Words.Phase(phase.ToString()));

    /// <summary>Whether it is this one's turn to present.</summary>
    public async Task<bool> PresentsAsync() =>
        (await page.Locator(".turn [aria-current=step]").InnerTextAsync()).StartsWith(party, StringComparison.Ordinal);

    public static string Composer(NoteKind kind) => kind == NoteKind.Barrier ? "#new-barrier" : "#new-opportunity";
}
