using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Api;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Access;
using static DelingIPraksis.Domain.Gatherings.Change;
using static DelingIPraksis.Web.Tests.Networks.IntroductionScene;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>
/// Every page, file and answer of the service is asked for, by the organiser, by the other municipality, by another one and with a key:
/// a contact card is on its own party's page, and on the other's when both have said yes, and nowhere else.
/// </summary>
[Collection(AccessTogether.Name)]
public sealed partial class ContactSecrecyTests(AccessApplication application)
{
    private const int Stad = 0, Bergen = 2, Asker = 3;
    private readonly string _name = $"Kari{Guid.NewGuid():N}";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_is_shown_to_nobody_but_its_own_and_whom_both_have_said_yes_with(bool both)
    {
        var site = await NetworkSite.GivenAsync(application, $"Nettverk {Guid.NewGuid():N}");
        var held = await application.GivenHeldAsync(closed: false, site);
        var code = await application.Get<JoinCodes>().IssueAsync(held.Id);
        using var seated = new Support.Browser(application.Web.Address);
        var person = await seated.JoinAsync(code.Symbols, held.Seats[Bergen].Party);
        await application.Web.Rooms.MustKeepAsync(held.Id, held.Owner, new WorkshopClosed());
        await application.Web.Rooms.MustKeepAsync(held.Id, held.Owner, new ConsentAsked(DateTimeOffset.UtcNow.AddDays(5), true));
        await site.PublishAsync(held.Id);
        await SayYesAsync(held, both);

        using var organiser = new Support.Browser(application.Web.Address);
        await organiser.SignInAsync(site.OwnerUser.Email!, AccessApplication.Password);
        using var program = new HttpClient { BaseAddress = application.Web.Address };
        var key = await application.Get<ApiTokens>().MakeAsync(
            site.Id,
            "Nettsiden",
            ApiScope.Programme | ApiScope.Reports | ApiScope.Archive,
            site.Owner.User,
            DateTimeOffset.UtcNow.AddDays(1));
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        var values = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["id"] = [held.Id.ToString()],
            ["gathering"] = [held.Id.ToString()],
            ["person"] = [person.ToString()],
            ["party"] = [.. held.Seats.Select(seat => seat.Party.ToString())],
            ["token"] = [await application.TokenOfAsync(held, Bergen), await application.TokenOfAsync(held, Asker)],
            ["slug"] = [(await site.AddressAsync()).Split('/')[^1], (await application.Get<IPublishedReports>().SlugOfAsync(held.Id))!],
            ["network"] = [(await site.AddressAsync()).Split('/')[^1]],
            ["code"] = [code.Symbols],
            ["format"] = Formats(),
            ["file"] = ["data.json", "rapport.md"],
        };
        var (found, seen) = (new HashSet<string>(), 0);
        foreach (var address in AddressesOf(typeof(Addresses.Routes), "", values))
            foreach (var client in new[] { organiser.Http, seated.Http }) await LookAsync(client, address);
        foreach (var address in AddressesOf(typeof(Addresses.OfApi), $"/{Addresses.Api}/", values)) await LookAsync(program, address);

        // It is found where it may be: what is not found above would have been.
        Assert.Contains(_name, await ReadAsync(organiser.Http, await application.FollowupOfAsync(held, Stad)), StringComparison.Ordinal);
        Assert.InRange(seen, 60, int.MaxValue);
        Assert.Equal(both ? [await application.FollowupOfAsync(held, Bergen)] : [], found);

        async Task LookAsync(HttpClient client, string address)
        {
            if (await ReadAsync(client, address) is not { } answer) return;
            seen++;
            if (answer.Contains(_name, StringComparison.Ordinal)) found.Add(address);
        }
    }

    private async Task SayYesAsync(TestGathering held, bool both)
    {
        using var stad = application.Browser();
        var page = await stad.GetAsync(await application.FollowupOfAsync(held, Stad));
        await YesAsync(stad, page, Number(held, Bergen), _name, "", "57 88 50 00");
        if (!both) return;
        using var bergen = application.Browser();
        page = await bergen.GetAsync(await application.FollowupOfAsync(held, Bergen));
        await YesAsync(bergen, page, Number(held, Stad), "Ola Berg", "", "99 88 77 66");
    }

    // What LibreOffice makes is made of the Word document, and the archive of all is made of the files.
    private string[] Formats() =>
    [
        .. application.Get<ReportFileSet>().All.Where(file => file is not (OfficeFile or BundleFile)).Select(file => file.Format), "pdf",
    ];

    // The routes of the service, with everything that may stand in their places.
    private static IEnumerable<string> AddressesOf(Type routes, string under, Dictionary<string, string[]> values) => routes
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(field => field.IsLiteral && !field.Name.StartsWith("Status", StringComparison.Ordinal))
        .SelectMany(field => Filled(under + (string)field.GetRawConstantValue()!, values))
        .Distinct();

    private static IEnumerable<string> Filled(string route, Dictionary<string, string[]> values)
    {
        if (PlacePattern().Match(route) is not { Success: true } place) return [route];
        return values.GetValueOrDefault(place.Groups[1].Value, [])
            .SelectMany(value => Filled(route.Replace(place.Value, Uri.EscapeDataString(value), StringComparison.Ordinal), values));
    }

    /// <summary>All that is to be read in an answer, also in what is packed; null when there is nothing here.</summary>
    private static async Task<string?> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK) return null;
        return await UnpackAsync(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> UnpackAsync(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8)) return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        var text = new StringBuilder();
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            await using (var stream = await entry.OpenAsync(TestContext.Current.CancellationToken))
                await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            text.Append(entry.FullName).Append(' ').Append(await UnpackAsync(content.ToArray())).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)(:[^}]*)?\}")]
    private static partial Regex PlacePattern();
}
