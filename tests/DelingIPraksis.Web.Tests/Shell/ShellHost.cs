using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>The shell alone, served over HTTP: its own pages, files and forms, and one page that fails.</summary>
public sealed partial class ShellHost : IAsyncLifetime
{
    public const string FailingPage = "/en-side-som-feiler";
    private readonly WebApplication _app = Build();

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>A reader with a browser: accepts pages, keeps no cookie by itself, follows no redirect.</summary>
    public HttpClient Reader(string language = "nb")
    {
        var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public HttpClient Program() => _app.GetTestClient();

    /// <summary>Sends a form as the page would: with the token that came with it, and the cookie that belongs to the token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string form, params (string Name, string Value)[] fields)
    {
        using var reader = Reader();
        var page = await reader.GetAsync("/personvern");
        var token = TokenPattern().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, form) { Content = content };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return await reader.SendAsync(request);
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(App).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddShell();
        var app = builder.Build();
        app.UseShell();
        app.UseAntiforgery();
        app.MapShell();
        app.MapGet(FailingPage, string () => throw new InvalidOperationException("En hemmelighet fra innsiden."));
        return app;
    }

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""")]
    private static partial Regex TokenPattern();
}
