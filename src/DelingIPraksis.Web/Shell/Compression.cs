using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace DelingIPraksis.Web.Shell;

internal static class Compression
{
    // Only files that are the same for everybody. A page carries an antiforgery token beside text that others wrote, and compressing
    // the two together would let the length of the answer tell about the secret (BREACH).
    private static readonly string[] SameForEverybody = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"];

    public static void AddStaticCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = SameForEverybody;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}
