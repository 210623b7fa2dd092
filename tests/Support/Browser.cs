using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Support;

/// <summary>What a browser does without its screen: keeps cookies, fills in forms, opens live connections from the page's own origin.</summary>
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
    public async Task<Id<Person>> JoinAsync(string code, Id<Party> party, string name = "")
    {
        var page = await Http.GetStringAsync(new Uri($"/k/{code}", UriKind.Relative));
        var asked = JoinForm().Match(page).Value;
        var fields = HiddenField().Matches(asked).Select(Field).Append(new("kommune", party.ToString())).Append(new("navn", name));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await Http.PostAsync(new Uri($"/k/{code}", UriKind.Relative), form);
        return answer.Headers.Location?.OriginalString.Split('/') is [.., "tavle", var person]
            ? Id<Person>.Parse(person, null)
            : throw new InvalidOperationException($"Joining was answered {(int)answer.StatusCode}.");
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

    private static KeyValuePair<string, string> Field(Match field) =>
        new(AttributeOf(field.Value, "name"), AttributeOf(field.Value, "value"));

    private static string AttributeOf(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    // The page has other forms too, for language and theme.
    [GeneratedRegex("<form[^>]*class=\"join\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex JoinForm();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();
}
