using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>
/// Takes a form when the browser says that a page of ours sent it. The framework's token is only asked for when the browser does not say:
/// it is
/// bound to who was signed in when the page was drawn, so a form that stands open in one window would be refused when somebody signs in or
/// out
/// in another.
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
                httpContext.Items[SentForm.Foreign] = true;
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
    /// <summary>Puts the guard in front of the framework's tokens.</summary>
    public static void AddFormGuard(this IServiceCollection services)
    {
        services.AddSingleton<Origins>();
        var tokens = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!;
        services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            new FormGuard((IAntiforgery)ActivatorUtilities.CreateInstance(provider, tokens), provider.GetRequiredService<Origins>())));
    }
}
