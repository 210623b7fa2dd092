using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Api.Hooks;

internal static class WebhookSetup
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<Webhooks>();
        services.AddSingleton<IWithEntries>(provider => provider.GetRequiredService<Webhooks>());
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = _longest)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<IOptions<WebhookOptions>>().Value));
        services.AddHostedService<WebhookSender>();
    }

    // A redirect is not followed: the signature is for the receiver that was set up.
    private static SocketsHttpHandler Handler(WebhookOptions options)
    {
        var handler = OutgoingGuard.Handler(redirects: 0, options.HasOpened);
        if (options.ReadAuthorities() is { } authorities)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }
}
