using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DelingIPraksis.Web.Operations.Installation;

/// <summary>Looks at the certificate for https, when the service has one of its own.</summary>
internal static class CertificateCheck
{
    private const string Section = "Kestrel:Certificates:Default";

    private static readonly TimeSpan _soon = TimeSpan.FromDays(14);

    public static IEnumerable<Finding> Of(IConfiguration configuration, TimeProvider time)
    {
        if (configuration[$"{Section}:Path"] is not { Length: > 0 } path) yield break;
        if (!File.Exists(path))
        {
            yield return new("CertificateMissing", path);
            yield break;
        }

        if (End(path, configuration[$"{Section}:Password"]) is not { } end) yield return new("CertificateUnreadable", path);
        else if (end < time.GetLocalNow().DateTime + _soon) yield return new("CertificateOld", path, end);
    }

    private static DateTime? End(string path, string? password)
    {
        try
        {
            using var certificate = X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : X509CertificateLoader.LoadCertificateFromFile(path);
            return certificate.NotAfter;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
