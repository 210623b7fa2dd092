using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>
/// The signature of a message, as Standard Webhooks 1.0 has it (HMAC-SHA256 over id, time and body), so that receivers can use a library.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>How every secret begins.</summary>
    public const string Prefix = "whsec_";

    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Adds the three headers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="secret">The receiver's secret.</param>
    /// <param name="id">The same at every try.</param>
    /// <param name="now">The receiver refuses what is old, so that nobody sends it again later.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static void Sign(HttpRequestMessage request, string secret, string id, DateTimeOffset now, string body)
    {
        var at = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(secret.Replace(Prefix, "", StringComparison.Ordinal));
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at);
        request.Headers.Add("webhook-signature", $"v1,{signature}");
    }
}
