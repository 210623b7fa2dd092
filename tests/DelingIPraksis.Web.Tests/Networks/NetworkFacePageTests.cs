using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>The owner of a network sets its logo and its colours, and its gatherings take them.</summary>
[Collection(AccessTogether.Name)]
public sealed class NetworkFacePageTests(AccessApplication application)
{
    [Fact]
    public async Task A_logo_is_taken_in_shown_in_the_preview_taken_by_the_gatherings_and_undone()
    {
        var (site, browser, address) = await GivenAsync();
        using var _ = browser;
        var gathering = await site.GivenGatheringAsync(10);
        var kept = await UploadAsync(
            browser, await browser.GetAsync(address), PictureEncoderTests.Drawn(700, 350), "Logo <script>.png", "En bølge");
        Assert.EndsWith(address, kept.Location, StringComparison.Ordinal);
        var face = (await site.ReadAsync()).Face!;
        Assert.Equal(("En bølge", 700, 350), (face.LogoText.Value, face.LogoWidth, face.LogoHeight));
        var page = await browser.GetAsync(address);
        Assert.Contains($"src=\"logo/{face.Logo}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Logo og farger ble endret.", page.Html, StringComparison.Ordinal);
        await UntilAsync(site, gathering, face);

        await browser.SubmitAsync(page, "angre");
        Assert.Null((await site.ReadAsync()).Face);
        await UntilAsync(site, gathering, null);
    }

    [Fact]
    public async Task What_is_no_logo_is_refused_in_words_and_nothing_of_it_is_kept()
    {
        var (site, browser, address) = await GivenAsync();
        using var _ = browser;
        var files = application.Web.Services.GetRequiredService<FileStore>();
        foreach (var (bytes, told) in new (byte[], string)[]
        {
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(), "En svg-fil kan ha kode i seg"),
            ("<!doctype html><script>alert(1)</script>"u8.ToArray(), "Dette er ikke et bilde vi kan åpne"),
            ("GIF89a\u0001\0\u0001\0"u8.ToArray(), "En gif kan ikke brukes"),
            (PictureEncoderTests.Drawn(400, 200, SkiaSharp.SKEncodedImageFormat.Jpeg)[..700], "Bildet er ødelagt eller ikke helt"),
            (PictureEncoderTests.Bomb(10_000, 10_000), "Bildet måler 10"),
            ([.. PictureEncoderTests.Drawn(40, 20), .. new byte[16 * 1024 * 1024]], "Bildet er for stort. Fila kan være på høyst 15 MB."),
        })
        {
            var answer = await UploadAsync(browser, await browser.GetAsync(address), bytes, "logo.png", "Teksten står");
            var html = answer.Html;
            Assert.Contains(told, html, StringComparison.Ordinal);
            Assert.Contains("value=\"Teksten står\"", html, StringComparison.Ordinal);
        }

        Assert.Null((await site.ReadAsync()).Face);
        Assert.Empty(await files.OfAsync(FileOwner.OfNetwork(site.Id)));
    }

    [Fact]
    public async Task A_colour_that_cannot_be_read_is_refused_with_a_near_one_in_its_field_and_that_one_is_saved()
    {
        var (site, browser, address) = await GivenAsync();
        using var _ = browser;
        var refused = await browser.SubmitAsync(
            await browser.GetAsync(address), "farger", ("farge-tekst", "#ffd166"), ("farge-strek", "blå"));
        var html = refused.Html;
        Assert.Contains("#ffd166 er vanskelig å lese på lys bunn: kontrasten er 1,", html, StringComparison.Ordinal);
        Assert.Contains("«blå» er ikke en farge.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"blå\"", html, StringComparison.Ordinal);
        var colour = Regex.Match(html, "name=\"farge-tekst\" value=\"(#[0-9a-f]{6})\"").Groups[1].Value;
        Assert.Null((await site.ReadAsync()).Face);
        await browser.SubmitAsync(refused, "farger", ("farge-tekst", colour), ("farge-strek", ""));
        Assert.Equal((colour, null), ((await site.ReadAsync()).Face!.Primary, (await site.ReadAsync()).Face!.Secondary));
        Assert.Contains($"{colour} på lys bunn: kontrast 4,5", (await browser.GetAsync(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_owners_at_once_change_a_part_each_and_the_same_part_is_told()
    {
        var (site, browser, address) = await GivenAsync();
        using var _ = browser;
        // All have the page open before anybody saves.
        var (one, other, third) = (await browser.GetAsync(address), await browser.GetAsync(address), await browser.GetAsync(address));
        await browser.SubmitAsync(one, "farger", ("farge-tekst", "#123456"), ("farge-strek", ""));
        await browser.SubmitAsync(other, "vist-navn", ("navn", "Klima i vest"));
        Assert.Equal(new NetworkFace("Klima i vest", "#123456", null, null), (await site.ReadAsync()).Face);

        var told = await browser.SubmitAsync(third, "farger", ("farge-tekst", "#0b5563"), ("farge-strek", "#0b5563"));
        Assert.Contains("Noen andre endret dette mens du hadde siden åpen.", told.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"#0b5563\"", told.Html, StringComparison.Ordinal);
        Assert.Equal("#123456", (await site.ReadAsync()).Face!.Primary);
        // Whoever has been told and saves again means it.
        await browser.SubmitAsync(told, "farger", ("farge-tekst", "#0b5563"), ("farge-strek", "#0b5563"));
        Assert.Equal(new NetworkFace("Klima i vest", "#0b5563", "#0b5563", null), (await site.ReadAsync()).Face);
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        var (_, owner, address) = await GivenAsync();
        owner.Dispose();
        using var other = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
    }

    private static Task<Page> UploadAsync(Browser browser, Page page, byte[] bytes, string name, string text)
    {
        var form = Regex.Matches(page.Html, "<form.*?</form>", RegexOptions.Singleline)
            .Single(form => form.Value.Contains("enctype", StringComparison.Ordinal)).Value;
        var content = new MultipartFormDataContent();
        foreach (Match hidden in Regex.Matches(form, "<input type=\"hidden\"[^>]*>"))
            content.Add(new StringContent(Browser.Attribute(hidden.Value, "value")), Browser.Attribute(hidden.Value, "name"));
        content.Add(new StringContent(text), "bildetekst");
        content.Add(new ByteArrayContent(bytes), "logo", name);
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Browser.Attribute(form, "action")) { Content = content });
    }

    private async Task UntilAsync(NetworkSite site, Domain.Id<Gathering> gathering, NetworkFace? face)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await application.Web.Rooms.ReadAsync(gathering)).Face != face) patience.Token.ThrowIfCancellationRequested();
    }

    private async Task<(NetworkSite Site, Browser Browser, string Address)> GivenAsync()
    {
        var site = await NetworkSite.GivenAsync(application);
        return (site, await application.GivenSignedInAsync(site.OwnerUser), $"{await site.AddressAsync()}/utseende");
    }
}
