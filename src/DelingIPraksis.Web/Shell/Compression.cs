using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace DelingIPraksis.Web.Shell;

internal static class Compression
{
    // Compressing a page would leak its antiforgery token through the length of the response (BREACH), because the page also has text from
    // others. So only files that are the same for everybody are compressed.
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
