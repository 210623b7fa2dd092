using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>
/// The second step: a code from an app, computed here as RFC 6238 says, and recovery codes. Neither the secret nor a code can be read out
/// of the database.
/// </summary>
[Collection(AccessTogether.Name)]
public sealed partial class SecondFactorTests(AccessApplication application)
{
    [Fact]
    public async Task With_a_second_step_the_password_alone_opens_nothing()
    {
        var user = await application.GivenAccountAsync();
        var (secret, codes) = await TurnOnAsync(user);
        Assert.Equal(SecondFactor.RecoveryCodes, codes.Count);

        using var browser = application.Browser();
        var step = await PasswordAsync(browser, user, "/samlinger?side=2");
        Assert.StartsWith("/logg-inn/kode?retur=", Local(step), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/samlinger")).Status);

        var wrong = await CodeAsync(browser, step, "000000");
        Assert.Contains("Koden stemmer ikke", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/samlinger")).Status);

        var right = await CodeAsync(browser, step, CodeOf(secret, +1));
        Assert.Equal("/samlinger?side=2", Local(right));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/samlinger")).Status);
    }

    [Fact]
    public async Task A_code_works_once_and_so_does_a_recovery_code()
    {
        var user = await application.GivenAccountAsync();
        var (secret, codes) = await TurnOnAsync(user);
        var code = CodeOf(secret, +1);
        var typed = codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        foreach (var (given, again) in new[] { (code, code), (codes[0], typed) })
        {
            using var first = application.Browser();
            Assert.Equal("/samlinger", Local(await CodeAsync(first, await PasswordAsync(first, user), given)));
            using var second = application.Browser();
            var refused = await CodeAsync(second, await PasswordAsync(second, user), again);
            Assert.Contains("Koden stemmer ikke", refused.Html, StringComparison.Ordinal);
        }

        using var other = application.Browser();
        Assert.Equal("/samlinger", Local(await CodeAsync(other, await PasswordAsync(other, user), codes[1])));
        var page = await other.GetAsync("/konto/totrinn");
        Assert.Contains("8 reservekoder er igjen", page.Html, StringComparison.Ordinal);
        var off = await other.SubmitAsync(page, "endre-totrinn", ("kode", codes[2]), ("hva", "av"));
        Assert.Contains("er slått av", off.Html, StringComparison.Ordinal);
        using var last = application.Browser();
        Assert.Equal("/samlinger", Local(await PasswordAsync(last, user)));
    }

    [Fact]
    public async Task Codes_are_not_guessed_by_one_who_has_the_password()
    {
        var user = await application.GivenAccountAsync();
        var (secret, _) = await TurnOnAsync(user);
        using var browser = application.Browser();
        var step = await PasswordAsync(browser, user);
        for (var tries = 0; tries < 7; tries++) await CodeAsync(browser, step, $"00000{tries}");
        await CodeAsync(browser, step, "000009");
        var refused = await CodeAsync(browser, step, CodeOf(secret, +1));
        Assert.Contains("prøvd for mange koder", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_is_not_reached_without_the_first_nor_after_the_password_was_changed()
    {
        using var browser = application.Browser();
        Assert.Equal("/logg-inn", Local(await browser.GetAsync("/logg-inn/kode")));
        var user = await application.GivenAccountAsync();
        var (secret, _) = await TurnOnAsync(user);
        var step = await PasswordAsync(browser, user);
        await using (var scope = application.Web.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByIdAsync(user.Id.ToString()))!);
        }

        Assert.Equal("/logg-inn", Local(await browser.GetAsync(Local(step))));
        Assert.NotEmpty(secret);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_stands_in_the_database()
    {
        var user = await application.GivenAccountAsync();
        var (secret, codes) = await TurnOnAsync(user);
        await using var scope = application.Web.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var kept = await context.UserTokens.Where(token => token.UserId == user.Id)
            .Select(token => token.Value).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, kept.Count);
        foreach (var value in kept)
        {
            Assert.DoesNotContain(secret, value, StringComparison.OrdinalIgnoreCase);
            Assert.All(codes, code => Assert.DoesNotContain(code, value, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task It_is_turned_on_only_with_the_password_and_a_right_code()
    {
        using var browser = await application.GivenSignedInAsync();
        var refused = await browser.SubmitAsync(
            await browser.GetAsync("/konto/totrinn"), "begynn-totrinn", ("passord", "ikke dette passordet"));
        Assert.Contains("Dette er ikke passordet du har nå.", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("factor-key", refused.Html, StringComparison.Ordinal);
        var begun = await browser.SubmitAsync(refused, "begynn-totrinn", ("passord", AccessApplication.Password));
        var wrong = await browser.SubmitAsync(begun, "sla-pa-totrinn", ("kode", "123"));
        Assert.Contains("Koden stemmer ikke", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(SecretOn(begun), SecretOn(wrong));
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> TurnOnAsync(AppUser user)
    {
        using var browser = await application.GivenSignedInAsync(user);
        var begun = await browser.SubmitAsync(
            await browser.GetAsync("/konto/totrinn"), "begynn-totrinn", ("passord", AccessApplication.Password));
        var secret = SecretOn(begun);
        var on = await browser.SubmitAsync(begun, "sla-pa-totrinn", ("kode", CodeOf(secret, 0)));
        Assert.Contains("Kode fra app er slått på.", on.Html, StringComparison.Ordinal);
        return (secret, [.. RecoveryCode().Matches(on.Html).Select(code => code.Groups[1].Value)]);
    }

    private static async Task<Page> PasswordAsync(Browser browser, AppUser user, string? back = null) => await browser.SubmitAsync(
        await browser.GetAsync(back is null ? "/logg-inn" : $"/logg-inn?retur={Uri.EscapeDataString(back)}"),
        "logg-inn",
        ("epost", user.Email!),
        ("passord", AccessApplication.Password)
    );

    private static async Task<Page> CodeAsync(Browser browser, Page step, string code) =>
        await browser.SubmitAsync(await browser.GetAsync(Local(step)), "logg-inn-kode", ("kode", code));

    private static string Local(Page page) => new Uri(new Uri("http://x/"), page.Location).PathAndQuery;

    private static string SecretOn(Page page) =>
        Key().Match(page.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>RFC 6238 with SHA-1, six digits and 30 seconds, as the apps compute it.</summary>
    private static string CodeOf(string secret, int stepsAhead)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var places = secret.Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal));
        var bits = string.Concat(places.Select(place => Convert.ToString(place, 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(IPAddress.HostToNetworkOrder((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + stepsAhead));
#pragma warning disable CA5350 // The apps know no other.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = IPAddress.NetworkToHostOrder(BitConverter.ToInt32(hash, offset)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("factor-key\"[^>]*>([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<code[^>]*>([A-Z0-9]{5}-[A-Z0-9]{5})</code>")]
    private static partial Regex RecoveryCode();
}
