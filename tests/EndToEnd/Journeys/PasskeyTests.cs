using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// An organiser makes a passkey and signs in with it. The authenticator is Chromium's own virtual one, which makes real keys and
/// signatures; browser and server do what they do with a phone.
/// </summary>
public sealed class PasskeyTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_passkey_is_made_opens_the_account_and_is_taken_away()
    {
        // A passkey belongs to a name, and an IP address has none.
        var address = new UriBuilder(theatre.Application.Address) { Host = "localhost" }.Uri;
        var organiser = new Organiser(await theatre.NewPageAsync(address));
        var page = organiser.Page;
        await organiser.SignInAsync();
        var device = await GiveAuthenticatorAsync(page);

        await page.GotoAsync("konto");
        await page.GetByLabel(Words.Account("PasskeyName")).FillAsync("Jobbmaskinen");
        var password = page.Locator("#nokkelpassord");
        await password.FillAsync("ikke dette passordet");
        await page.PressAsync(Words.Account("PasskeyAdd"));
        await Expect(page.Locator("#passnokkel-error")).ToHaveTextAsync(Words.Access("PasswordNowWrong"));
        await password.FillAsync(Organiser.Password);
        await page.PressAsync(Words.Account("PasskeyAdd"));
        await Expect(page.GetByText(Words.Account("PasskeyAdded"))).ToBeVisibleAsync();
        await Expect(page.GetByText("Jobbmaskinen", new() { Exact = true })).ToBeVisibleAsync();

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("logg-inn?retur=%2Fkonto");
        await page.PressAsync(Words.Account("PasskeySignIn"));
        await page.ComesToAsync("konto");

        await page.Locator("#fjernpassord").FillAsync("ikke dette passordet");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Account("PasskeyRemove", "Jobbmaskinen") }).ClickAsync();
        await Expect(page.Locator("#fjern-error")).ToHaveTextAsync(Words.Access("PasswordNowWrong"));
        await page.Locator("#fjernpassord").FillAsync(Organiser.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Account("PasskeyRemove", "Jobbmaskinen") }).ClickAsync();
        await Expect(page.GetByText(Words.Account("PasskeyRemoved"))).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("logg-inn");
        await page.PressAsync(Words.Account("PasskeySignIn"));
        await Expect(page.Locator("#passnokkel-error")).ToHaveTextAsync(Words.Account("PasskeySignInFailed"));
        await device.DetachAsync();
    }

    private static async Task<ICDPSession> GiveAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return session;
    }
}
