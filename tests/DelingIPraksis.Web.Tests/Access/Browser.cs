using System.Net;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A browser without a screen: keeps cookies, fills in forms, and stops at each redirect so that a test can look at it.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public Browser(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nb");
    }

    public IEnumerable<Cookie> Cookies => _cookies.GetAllCookies();

    /// <summary>Another browser that has been given the same form.</summary>
    public Browser Beside()
    {
        var other = new Browser(_client.BaseAddress!);
        other.Take(Cookies);
        return other;
    }

    /// <summary>Takes copies of cookies, as one does who has found them.</summary>
    public void Take(IEnumerable<Cookie> cookies)
    {
        foreach (var cookie in cookies) _cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
    }

    public void Dispose() => _client.Dispose();

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        return new Page(
            request.RequestUri!,
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
            [.. response.Headers.Concat(response.Content.Headers)]
        );
    }

    /// <summary>Sends the form that holds a field, with what it was handed out with and what is filled in.</summary>
    public Task<Page> SubmitAsync(Page page, string holding, params (string Name, string Value)[] filledIn)
    {
        var form = FormPattern()
            .Matches(page.Html)
            .Single(form =>
                form.Value.Contains($"value=\"{holding}\"", StringComparison.Ordinal)
                || form.Value.Contains($"action=\"{holding.TrimStart('/')}\"", StringComparison.Ordinal)
            );
        var fields = HiddenPattern()
            .Matches(form.Value)
            .Select(hidden => KeyValuePair.Create(Attribute(hidden.Value, "name"), Attribute(hidden.Value, "value")))
            .Concat(filledIn.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = Attribute(form.Value, "action");
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, action.Length > 0 ? action.Split('#')[0] : page.Address.ToString())
            {
                Content = new FormUrlEncodedContent(fields),
            }
        );
    }

    public static string Attribute(string element, string name) => Regex.Match(element, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenPattern();
}

/// <summary>What came back.</summary>
internal sealed record Page(
    Uri Address,
    HttpStatusCode Status,
    string? Location,
    string Html,
    IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers
)
{
    public string? Header(string name) =>
        Headers
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(header => header.Value)
            .FirstOrDefault();

    public IEnumerable<string> SetCookies => Headers.Where(header => header.Key == "Set-Cookie").SelectMany(header => header.Value);
}
