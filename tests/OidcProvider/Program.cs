// A provider of OpenID Connect (OpenIddict), as a process of its own, for the tests of signing in by another provider. It has one
// client, and lets anybody in under the address that is typed.
//   dotnet DelingIPraksis.OidcProvider.dll URL REDIRECT
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

var (url, redirect) = (args[0], args[1]);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls(url);
var file = Path.Combine(Directory.CreateTempSubdirectory("provider-").FullName, "provider.db");
builder.Services.AddDbContext<DbContext>(options => options.UseSqlite($"Data Source={file}").UseOpenIddict());
builder.Services.AddOpenIddict()
    .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
    .AddServer(server => server
        .SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo")
        .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
        .RegisterScopes(Scopes.Email, Scopes.Profile)
        .AddEphemeralEncryptionKey().AddEphemeralSigningKey()
        .UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough()
        .DisableTransportSecurityRequirement());

var app = builder.Build();
app.UseAuthentication();
app.MapGet("authorize", (HttpContext http) =>
{
    var request = http.GetOpenIddictServerRequest()!;
    if (http.Request.Query["nei"].Count > 0)
        return Results.Forbid(
            new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
            }),
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    if (http.Request.Query["who"].ToString() is not { Length: > 0 } who)
    {
        var asked = string.Concat(http.Request.Query.Select(field =>
            $"<input type=hidden name=\"{field.Key}\" value=\"{WebUtility.HtmlEncode(field.Value.ToString())}\">"));
        return Results.Content($"<form>{asked}<label>Who <input name=who></label><button>In</button></form>", "text/html");
    }

    var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
    // The number stays when the address changes: what stands before a colon.
    var (number, email) = who.Split(':') is [var first, var second] ? (first, second) : (who, who);
    identity.SetClaim(Claims.Subject, $"sub-{number}").SetClaim(Claims.Email, email).SetClaim(Claims.Name, $"Navn {number}");
    identity.SetClaim("pid", "01010112345");
    identity.SetClaim(Claims.AuthenticationContextReference, http.Request.Query["level"].FirstOrDefault() ?? "low");
    identity.SetScopes(request.GetScopes());
    identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
    return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
});
app.MapGet("userinfo", async (HttpContext http) =>
{
    var user = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
    return Results.Json(new Dictionary<string, string?>
    {
        [Claims.Subject] = user.GetClaim(Claims.Subject),
        [Claims.Email] = user.GetClaim(Claims.Email),
        [Claims.Name] = user.GetClaim(Claims.Name),
    });
});

await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
    await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
    {
        ClientId = "deling",
        ClientSecret = "a secret of the test",
        RedirectUris = { new Uri(redirect) },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile,
        },
    });
}

await app.RunAsync();
