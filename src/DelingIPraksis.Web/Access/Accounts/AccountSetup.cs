using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Service;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
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
        services.AddIdentityCore<AppUser>(identity =>
        {
            identity.User.RequireUniqueEmail = true;
            // Length is what makes a password hard to guess; a demand for signs makes it hard to remember.
            identity.Password = new PasswordOptions { RequiredLength = Passwords.Shortest, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 4 };
            identity.Lockout.MaxFailedAccessAttempts = 8;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<AppDbContext>().AddSignInManager();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.CookieManager = new HostCookies();
            cookie.LoginPath = AccessPaths.SignIn;
            cookie.LogoutPath = AccessPaths.SignOut;
            cookie.ReturnUrlParameter = AccessPaths.ReturnParameter;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            // A local address, not one with the host that was asked for.
            cookie.Events.OnRedirectToLogin = RedirectToSignIn;
        });
        services.Configure<AntiforgeryOptions>(form => form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddSingleton<FirstOrganiser>();
        services.AddSingleton<IStartupNote, FirstOrganiserNote>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) =>
        routes.MapPost(AccessPaths.SignOut, async (HttpContext context, SignInManager<AppUser> accounts, IAntiforgery forms) =>
        {
            if (!await forms.IsRequestValidAsync(context)) return Results.BadRequest();
            await accounts.SignOutAsync();
            return Results.LocalRedirect("/");
        });

    /// <summary>Only ever to a place here, whatever the address says.</summary>
    public static string LocalReturn(string? address) => string.IsNullOrEmpty(address) ? AccessPaths.Gatherings : Preference.LocalPath(address);

    private static Task RedirectToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var asked = HttpMethods.IsGet(request.Method) ? $"{request.PathBase}{request.Path}{request.QueryString}" : $"{request.PathBase}{request.Path}";
        context.Response.Redirect(AccessPaths.SignIn + QueryString.Create(AccessPaths.ReturnParameter, asked));
        return Task.CompletedTask;
    }
}
