using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>The settings for receivers in an inner network; the section <c>Webhooks</c> of the configuration.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>
    /// Receivers in an inner network that may be told, as <c>host:port</c>. All others must be public, on port 443. The owner of a network
    /// chooses the address, so an inner one is opened by whoever runs the service.
    /// </summary>
    public string[] InnerReceivers { get; set; } = [];

    /// <summary>A file in PEM with the authorities that issue the certificates of receivers; empty for those of the system.</summary>
    public string Authorities { get; set; } = "";

    /// <summary>Whether the administrator has opened a receiver.</summary>
    public bool HasOpened(DnsEndPoint to) =>
        InnerReceivers.Contains(string.Create(null, $"{to.Host}:{to.Port}"), StringComparer.OrdinalIgnoreCase);

    /// <summary>The authorities in the file; null when none is set.</summary>
    /// <exception cref="CryptographicException">The file has no certificate.</exception>
    public X509Certificate2Collection? ReadAuthorities()
    {
        if (Authorities.Length == 0) return null;
        var read = new X509Certificate2Collection();
        read.ImportFromPemFile(Authorities);
        return read.Count > 0 ? read : throw new CryptographicException("There is no certificate in the file.");
    }
}

internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        List<string> faults =
        [
            .. options.InnerReceivers
                .Where(to => !Uri.TryCreate($"https://{to}/", UriKind.Absolute, out var read) || read.PathAndQuery != "/"
                    || !to.Contains(':', StringComparison.Ordinal))
                .Select(to => $"Webhooks:InnerReceivers: '{to}' is not a host with a port, such as mottak.kommune.example:8443."),
        ];
        try
        {
            options.ReadAuthorities();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            faults.Add($"Webhooks:Authorities: '{options.Authorities}' cannot be read as certificates in PEM.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
