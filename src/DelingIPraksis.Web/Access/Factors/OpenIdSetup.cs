using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>Registers OpenID Connect when it is configured, and maps its addresses.</summary>
internal static class OpenIdSetup
{
    /// <summary>The start of the names of its cookies, which live as long as the visit to the provider.</summary>
    private const string Cookie = "steg-";

    public static void AddOpenId(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsValidator>();
        services.AddScoped<OpenIdSignIn>();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, cookie =>
        {
            cookie.Cookie.Name = $"{Cookie}svar";
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostCookies();
        });
        if (builder.Configuration.GetSection(OpenIdOptions.Section).Get<OpenIdOptions>() is not { IsOn: true } set) return;
        services.AddAuthentication().AddOpenIdConnect(OpenIdOptions.Scheme, set.Name, provider => Configure(provider, set));
    }

    public static void MapOpenId(this IEndpointRouteBuilder routes)
    {
        // A link and no form: browsers that hold form-action to 'self' do not follow a form to the provider.
        routes.MapGet(Addresses.OpenIdBegin, async (
            HttpContext context, string? retur, IOptions<OpenIdOptions> options, SignInManager<AppUser> accounts, IVisitor visitor) =>
        {
            if (!options.Value.IsOn) return Results.NotFound();
            var back = $"{context.Request.PathBase}/{Addresses.OpenIdEnd}"
                + (retur is null ? "" : QueryString.Create(Addresses.ReturnParameter, retur));
            var signedIn = await visitor.MayAsync(ServiceRight.HaveAccount) ? accounts.UserManager.GetUserId(context.User) : null;
            return Results.Challenge(
                accounts.ConfigureExternalAuthenticationProperties(OpenIdOptions.Scheme, back, signedIn), [OpenIdOptions.Scheme]);
        });
        routes.MapGet(Addresses.OpenIdEnd, async (
            HttpContext context, string? retur, OpenIdSignIn signIn, UserManager<AppUser> users, IVisitor visitor) =>
        {
            var signedIn = await visitor.MayAsync(ServiceRight.HaveAccount) ? await users.GetUserAsync(context.User) : null;
            var next = await signIn.CompleteAsync(context, signedIn) switch
            {
                OpenIdOutcome.Done => AccountSetup.LocalReturn(retur),
                OpenIdOutcome.Tied => Addresses.Account,
                var outcome => Addresses.SignInAfter(outcome.ToString()),
            };
            return Results.LocalRedirect($"~/{(next.StartsWith("./", StringComparison.Ordinal) ? next[2..] : next)}");
        });
    }

    /// <summary>Removes what the provider said; the account's own cookie is what counts.</summary>
    public static Task SignOutExternallyAsync(this HttpContext http) => http.SignOutAsync(IdentityConstants.ExternalScheme);

    private static void Configure(OpenIdConnectOptions provider, OpenIdOptions set)
    {
        provider.SignInScheme = IdentityConstants.ExternalScheme;
        (provider.Authority, provider.ClientId, provider.ClientSecret) = (set.Authority, set.ClientId, set.ClientSecret);
        provider.RequireHttpsMetadata = !new Uri(set.Authority).IsLoopback;
        (provider.ResponseType, provider.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (provider.UsePkce, provider.SaveTokens, provider.MapInboundClaims) = (true, false, false);
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.CallbackPath = $"/{Addresses.OpenIdAnswer}";
        provider.Scope.Clear();
        foreach (var scope in set.ScopeList) provider.Scope.Add(scope);
        // The provider's answer is a link from another site, with which a browser sends Lax cookies and no Strict ones.
        foreach (var (cookie, name) in new[] { (provider.NonceCookie, "nonce-"), (provider.CorrelationCookie, "kobling-") })
        {
            cookie.Name = $"{Cookie}{name}";
            (cookie.SameSite, cookie.SecurePolicy, cookie.IsEssential) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest, true);
        }

        provider.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                if (set.Level.Length > 0) context.ProtocolMessage.AcrValues = set.Level;
                // The provider knows the public address, which the proxy may not have asked for.
                if (context.HttpContext.RequestServices.GetRequiredService<PublicAddress>() is { Set: not null } address)
                    context.ProtocolMessage.RedirectUri = address.To(context.Request, Addresses.OpenIdAnswer).ToString();
                return Task.CompletedTask;
            },
            // What is asked for stands in an address, and whoever signs in may change it.
            OnTokenValidated = context =>
            {
                if (set.Levels is { Length: > 0 } enough && !enough.Contains(context.Principal?.FindFirst("acr")?.Value))
                    context.Fail("The level of assurance is too low.");
                return Task.CompletedTask;
            },
            // She said no, or the provider is down: a page that says so, and no page of faults.
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect(
                    $"{context.Request.PathBase}/{Addresses.SignInAfter(nameof(OpenIdOutcome.Failed))}");
                return Task.CompletedTask;
            },
        };
    }
}
