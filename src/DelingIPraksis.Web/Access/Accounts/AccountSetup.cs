using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Access.Live;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Pages;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>Accounts of organisers, facilitators and observers: ASP.NET Core Identity with a cookie.</summary>
internal static class AccountSetup
{
    public const string Cookie = "organisator";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.AddAccountStore().AddSignInManager();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostCookies();
            cookie.LoginPath = $"/{Addresses.SignIn}";
            cookie.LogoutPath = $"/{Addresses.SignOut}";
            cookie.ReturnUrlParameter = Addresses.ReturnParameter;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            // Redirects to a local address without the host of the request.
            cookie.Events.OnRedirectToLogin = RedirectToSignIn;
            cookie.Events.OnSigningIn = SessionCookie.BeginAsync;
            cookie.Events.OnValidatePrincipal = SessionCookie.LookAsync;
            cookie.Events.OnSigningOut = SessionCookie.EndAsync;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = SecondFactor.Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostCookies();
            cookie.ExpireTimeSpan = SecondFactor.Lifetime;
            cookie.SlidingExpiration = false;
        });
        services.Configure<AntiforgeryOptions>(form => form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.OnRefreshingPrincipal = SessionCookie.KeepSessionAsync);
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccountErasure>();
        services.AddSingleton<Administrators>();
        services.AddHostedService(provider => provider.GetRequiredService<Administrators>());
        services.AddHostedService<SessionWatch>();
        services.AddScoped<CircuitHandler, CircuitSession>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<KnownBrowser>();
        services.AddScoped<SignInService>();
        services.AddSingleton<UsedCodes>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<PasswordAgain>();
        services.AddPasskeys();
        services.AddSingleton<Recovery>();
        services.AddSingleton<EmailedLink>();
        services.AddSingleton<ForgottenPassword>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPassword>());
        services.AddScoped<NewAccounts>();
        services.AddScoped<ISignIn, SignInAgain>();
        services.AddSingleton<FirstOrganiser>();
        services.AddSingleton<IStartupNote, FirstOrganiserNote>();
    }

    /// <summary>The registrations that both the service and the command line need.</summary>
    public static IdentityBuilder AddAccountStore(this IServiceCollection services) =>
        services.AddIdentityCore<AppUser>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // The user name of an account is its e-mail address. EmailAddresses checks it, because Identity's default would refuse O'Hara.
            identity.User.AllowedUserNameCharacters = "";
            // Length makes a password hard to guess. Required symbols only make it hard to remember.
            identity.Password = new PasswordOptions
            {
                RequiredLength = Passwords.Shortest,
                RequireDigit = false,
                RequireLowercase = false,
                RequireNonAlphanumeric = false,
                RequireUppercase = false,
                RequiredUniqueChars = 4,
            };
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<AppDbContext>().AddUserStore<AccountStore>().AddPasswordValidator<CommonPasswords>()
            .AddTokenProvider<AuthenticatorTokenProvider<AppUser>>(TokenOptions.DefaultAuthenticatorProvider);

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPasskeys();
        routes.MapOpenId();
        routes.MapPost(Addresses.SignOut, async (HttpContext context, SignInManager<AppUser> accounts, IAntiforgery forms) =>
        {
            if (!await forms.IsRequestValidAsync(context)) return Results.BadRequest();
            await accounts.SignOutAsync();
            return Results.LocalRedirect("~/");
        });
    }

    /// <summary>The return address when it is local, otherwise the default. It is relative to the base of the service.</summary>
    public static string LocalReturn(string? address) =>
        string.IsNullOrEmpty(address) ? Addresses.Gatherings : $".{Preference.LocalPath(address)}";

    private static Task RedirectToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var asked = HttpMethods.IsGet(request.Method) ? $"{request.Path}{request.QueryString}" : $"{request.Path}";
        context.Response.Redirect($"{request.PathBase}/{Addresses.SignIn}" + QueryString.Create(Addresses.ReturnParameter, asked));
        return Task.CompletedTask;
    }
}
