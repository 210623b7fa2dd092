using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Addresses of our own static files, with a version made from what is in them: <c>css/base.css</c> becomes <c>/css/base.css?v=…</c>.
/// (Files that are linked into the output are unknown to <c>MapStaticAssets</c>, so the framework's fingerprints do not reach them.)
/// </summary>
internal sealed class WebFiles(IWebHostEnvironment environment)
{
    private const string ForAYear = "public, max-age=31536000, immutable";
    private readonly ConcurrentDictionary<string, string> _addresses = new(StringComparer.Ordinal);

    public string this[string path] => _addresses.GetOrAdd(path, static (path, files) => Address(path, files), environment.WebRootFileProvider);

    /// <summary>A versioned address never changes its content and may be kept for a year; any other is asked for again.</summary>
    public static StaticFileOptions Serving() => new()
    {
        OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? ForAYear : "no-cache",
    };

    private static string Address(string path, IFileProvider files)
    {
        var file = files.GetFileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"There is no '{path}' among the web files.", path);
        using var content = file.CreateReadStream();
        return $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..10]}";
    }
}
