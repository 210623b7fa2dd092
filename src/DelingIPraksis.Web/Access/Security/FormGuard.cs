using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Accepts a form when the browser says that a page of ours sent it. The framework's token is needed only when the browser does not say.
/// The token is bound to the account that was signed in when the page was rendered, so an open form would be refused when somebody signs in
/// or out in another window.
/// </summary>
internal sealed class FormGuard(IAntiforgery tokens, Origins origins) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => tokens.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => tokens.GetTokens(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => tokens.SetCookieTokenAndHeader(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        switch (origins.SenderOf(httpContext.Request))
        {
            case Sender.Ours:
                return Task.FromResult(true);
            case Sender.Foreign when !HttpMethods.IsGet(httpContext.Request.Method):
                httpContext.Items[RejectedForm.Foreign] = true;
                return Task.FromResult(false);
            default:
                return tokens.IsRequestValidAsync(httpContext);
        }
    }

    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsRequestValidAsync(httpContext)) throw new AntiforgeryValidationException("The form was not sent by a page of ours.");
    }
}

internal static class FormGuardSetup
{
    /// <summary>Registers the guard before the framework's token check.</summary>
    public static void AddFormGuard(this IServiceCollection services)
    {
        services.AddSingleton<Origins>();
        var tokens = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new FormGuard((IAntiforgery)ActivatorUtilities.CreateInstance(provider, tokens), provider.GetRequiredService<Origins>())));
    }
}
