using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Support;

/// <summary>
/// What a browser does without its screen: keeps cookies, fills in forms, opens live connections from the page's own origin.
/// </summary>
public sealed partial class Browser : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClientHandler _handler;

    /// <summary>A browser at an address, with no cookies or with those of another.</summary>
    public Browser(Uri address, CookieContainer? cookies = null)
    {
        _cookies = cookies ?? new CookieContainer();
        _handler = new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false };
        Http = new HttpClient(_handler) { BaseAddress = address };
    }

    /// <summary>For plain requests.</summary>
    public HttpClient Http { get; }

    /// <summary>The cookies it has been given.</summary>
    public CookieContainer Cookies => _cookies;

    /// <summary>Joins with a code through the page that people use, and says who one has become.</summary>
    public async Task<Id<Person>> JoinAsync(string code, Id<Party> party, string name = "") =>
        await JoinAsync(await OpenDoorAsync(code), party, name);

    /// <summary>Opens the page of a code, as one does before «Bli med».</summary>
    public Task<Form> OpenDoorAsync(string code) => FormAsync($"/k/{code}", "class=\"join\"");

    /// <summary>Presses «Bli med».</summary>
    public async Task<Id<Person>> JoinAsync(Form door, Id<Party> party, string name = "")
    {
        using var answer = await SendAsync(door, ("kommune", party.ToString()), ("navn", name));
        return answer.Headers.Location?.OriginalString.Split('?')[0].Split('/') is [.., "tavle", var person]
            ? Id<Person>.Parse(person, null)
            : throw new InvalidOperationException($"Joining was answered {(int)answer.StatusCode}.");
    }

    /// <summary>Signs in with an account.</summary>
    public async Task SignInAsync(string email, string password)
    {
        using var answer = await SendAsync(await FormAsync("/logg-inn", "value=\"logg-inn\""), ("epost", email), ("passord", password));
        if (answer.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"Signing in was answered {(int)answer.StatusCode}.");
    }

    /// <summary>A live connection that is not started yet.</summary>
    public HubConnection Live(string? origin = null) => new HubConnectionBuilder()
        .WithUrl(new Uri(Http.BaseAddress!, "/live"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = _cookies;
            options.SkipNegotiation = true;
            options.Headers["Origin"] = origin ?? Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        })
        .AddJsonProtocol(json => json.PayloadSerializerOptions = GatheringJson.Options)
        .Build();

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    // A page has other forms too, for language and theme.
    private async Task<Form> FormAsync(string path, string holding)
    {
        var address = new Uri(path, UriKind.Relative);
        var page = await Http.GetStringAsync(address);
        var form = FormPattern().Matches(page).First(form => form.Value.Contains(holding, StringComparison.Ordinal)).Value;
        return new Form(address, [.. HiddenField().Matches(form).Select(Field)]);
    }

    private async Task<HttpResponseMessage> SendAsync(Form form, params IEnumerable<(string Name, string Value)> filledIn)
    {
        using var content = new FormUrlEncodedContent(
            form.HandedOut.Concat(filledIn.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );
        return await Http.PostAsync(form.Address, content);
    }

    private static KeyValuePair<string, string> Field(Match field) =>
        new(AttributeOf(field.Value, "name"), AttributeOf(field.Value, "value"));

    private static string AttributeOf(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();

    /// <summary>A form as it was handed out.</summary>
    /// <param name="Address">Where it is sent.</param>
    /// <param name="HandedOut">Its hidden fields.</param>
    public sealed record Form(Uri Address, IReadOnlyList<KeyValuePair<string, string>> HandedOut);
}
