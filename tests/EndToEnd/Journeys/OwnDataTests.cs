using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>Somebody sees what is stored about her and has it erased, with the keyboard alone; an organiser does it for somebody.</summary>
public sealed partial class OwnDataTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task A_participant_sees_what_is_stored_about_her_and_erases_it_with_the_keyboard()
    {
        var scene = await BoardScene.OpenAsync(theatre, "Hva er lagret");
        await scene.Stad.AddNoteAsync(NoteKind.Barrier, "Ring Torill Moe på 998 87 766");
        var page = scene.Stad.Page;
        // A soft hint at one's own note; the partner is not told.
        await Expect(page.Locator(".note .personal")).ToContainTextAsync(Words.Personal("Telephone"));
        await Expect(scene.Arendal.Page.Locator(".note")).ToHaveCountAsync(1);
        await Expect(scene.Arendal.Page.Locator(".note .personal")).ToHaveCountAsync(0);
        await _album.LookAsync(page, "tavle-personopplysning");
        var board = page.Url.Split('#')[0];
        await page.GotoAsync($"{board}/om-meg");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Words.Person("OwnTitle"));
        await _album.LookAsync(page, "om-meg");
        // Without the tick nothing is erased, and the page says so.
        await page.TabToAsync(".erase button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#slett-error")).ToHaveTextAsync(Words.Person("ConfirmFirst"));
        await _album.LookAsync(page, "om-meg-feil");
        await page.TabToAsync("[name=bekreft]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync(".erase button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Words.Person("GoneTitle"));
        await _album.LookAsync(page, "om-meg-slettet");
        // What she wrote is the municipality's, and stays.
        await Expect(scene.Arendal.Page.Locator(".note")).ToHaveCountAsync(1);
        _album.MustBeFine();
    }

    [Fact]
    public async Task An_organiser_finds_a_colleague_by_name_with_the_keyboard()
    {
        var scene = await BoardScene.OpenAsync(theatre, "Finn en person");
        await scene.Stad.AddNoteAsync(NoteKind.Barrier, "Bare Torgunn Fjørtoft kan systemet");
        var page = scene.Organiser.Page;
        await page.GotoAsync("personopplysninger");
        await _album.LookAsync(page, "personopplysninger");
        await page.TabToAsync("#sok");
        await page.Keyboard.TypeAsync("Torgunn Fjørtoft");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".matches li").First).ToContainTextAsync("Torgunn Fjørtoft");
        await _album.LookAsync(page, "personopplysninger-treff");
        await page.Locator("#sok").FillAsync("finnes ikke");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[role=status]").First).ToContainTextAsync("finnes ikke");
        await _album.LookAsync(page, "personopplysninger-ingen");
        _album.MustBeFine();
    }

    [Fact]
    public async Task The_owner_of_a_network_sets_its_name_and_colours_with_the_keyboard_and_sees_them()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        await page.GotoAsync("samlinger");
        var name = $"Nettverk {Guid.NewGuid().ToString("N")[..8]}";
        foreach (var (field, text) in new[]
        {
            ("tittel", "Samling på Stad"), ("nettverk", name), ("dato", Organiser.Day), ("vertskap", "Stad"), ("tema", "ombruk"),
            ("deltakere", "Stad og Arendal"),
        })
            await page.Locator($"[name={field}]").FillAsync(text);
        await page.PressAsync(Words.Access("MakeGathering"));
        await page.ComesToAsync("samling/*/konsoll");
        await page.GotoAsync("samlinger");
        await page.Locator(".networks").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.ComesToAsync("nettverk/*");
        var look = $"{NetworkPattern().Match(page.Url).Value}/utseende";
        await page.GotoAsync(look);
        await _album.LookAsync(page, "utseende");
        await page.TabToAsync("[name=navn]");
        await page.Keyboard.TypeAsync("Kystnettet");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".preview").First).ToContainTextAsync("Kystnettet");
        await page.TabToAsync("[name=farge-tekst]");
        await page.Keyboard.TypeAsync("#ffd166");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#farge-tekst-error")).ToContainTextAsync("#ffd166");
        await _album.LookAsync(page, "utseende-feil");
        // The nearest that can be read stands in the field.
        await page.Locator("[name=farge-tekst]").PressAsync("Enter");
        await Expect(page.Locator("#farge-tekst-told")).ToBeVisibleAsync();
        await _album.LookAsync(page, "utseende-satt");
        _album.MustBeFine();
    }

    [GeneratedRegex("nettverk/[^/?#]+")]
    private static partial Regex NetworkPattern();
}
