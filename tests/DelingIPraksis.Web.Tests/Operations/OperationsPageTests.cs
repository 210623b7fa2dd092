using System.Text.RegularExpressions;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Operations;

/// <summary>K3: the administrator's page says how the service runs, and takes a copy. Who may open it is in ServiceRightsTests.</summary>
public sealed partial class OperationsPageTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-operations-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_copy_is_taken_with_the_button_and_what_fails_is_told()
    {
        var copies = Path.Combine(_folder, "kopier");
        await using var application = new TestApplication(time: _time, settings: [("Copies:Folder", copies), ("Smtp:Host", "")]).Start();
        using var browser = await SignedInAsync(application);
        var taker = application.Services.GetRequiredService<CopyTaker>();
        await Until.SoAsync(() => taker.Folder!.Copies.Count > 0);
        _time.Advance(TimeSpan.FromSeconds(2));

        var taken = await browser.SubmitAsync(await browser.GetAsync("/drift"), "kopi");
        Assert.Contains("Kopien er tatt.", taken.Html, StringComparison.Ordinal);
        Assert.Equal(2, taker.Folder!.Copies.Count);
        Assert.Contains(application.Data, taken.Html, StringComparison.Ordinal);
        Assert.Contains("Ingen e-posttjener er satt", taken.Html, StringComparison.Ordinal);

        Directory.Delete(copies, recursive: true);
        await File.WriteAllTextAsync(copies, "", Token);
        var failed = await browser.SubmitAsync(taken, "kopi");
        Assert.Contains("Mappa i Copies:Folder kan ikke lages", failed.Html, StringComparison.Ordinal);
        Assert.Contains("Det ligger ingen kopi i", failed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_for_copies_it_says_how_to_set_one()
    {
        await using var application = new TestApplication(time: _time).Start();
        using var browser = await SignedInAsync(application);
        var page = await browser.GetAsync("/drift");
        Assert.Contains("Sett Copies:Folder", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ta kopi nå", page.Html, StringComparison.Ordinal);
        Assert.Empty(FaultPattern().Matches(page.Html).Select(fault => fault.Groups[1].Value));
        Assert.Contains("Vi fant ingen feil", page.Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<li>([^<]*)</li>")]
    private static partial Regex FaultPattern();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<Access.Browser> SignedInAsync(TestApplication application)
    {
        var first = application.Services.GetRequiredService<FirstOrganiser>();
        await first.MakeAsync((await first.OfferAsync())!, "Astrid", "astrid@kommune.example", AccessApplication.Password);
        var browser = new Access.Browser(application.Address);
        await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", "astrid@kommune.example"), ("passord", AccessApplication.Password));
        return browser;
    }
}
