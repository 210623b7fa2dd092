using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Addresses of our own static files, from the base of the service, with a version made from the content: <c>css/base.css</c> becomes
/// <c>./css/base.css?v=…</c>. The dot is for scripts that import such an address. Scripts import each other by relative addresses, so they
/// share one version, in the path: <c>./js/v…/board/board.js</c>. (<c>MapStaticAssets</c> does not know files that are linked into the
/// output, so the framework's fingerprints do not cover them.)
/// </summary>
internal sealed partial class WebFiles
{
    private const string ForAYear = "public, max-age=31536000, immutable";
    private const string Scripts = "js/";
    private readonly ConcurrentDictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _modules = new(StringComparer.Ordinal);
    private readonly IFileProvider _files;
    private readonly string _scripts;

    public WebFiles(IWebHostEnvironment environment)
    {
        _files = environment.WebRootFileProvider;
        _scripts = $"./{Scripts}v{Version(Under("js").Order(StringComparer.Ordinal))}/";
    }

    public string this[string path] => _addresses.GetOrAdd(path, Address);

    /// <summary>The addresses of all modules that a script imports, directly and indirectly.</summary>
    public IReadOnlyList<string> ModulesOf(string script) =>
        _modules.GetOrAdd(script, entry => [.. Imported(entry, [entry]).Select(Address)]);

    /// <summary>
    /// The content of a versioned address never changes, so it may be cached for a year. Browsers revalidate all other files.
    /// </summary>
    public static StaticFileOptions Options() => new()
    {
        OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") || file.Context.Items.ContainsKey(typeof(WebFiles)) ? ForAYear : "no-cache",
    };

    /// <summary>
    /// Finds the script for a versioned address. A page that is still open may request an older version. It gets the newest, and must not
    /// cache it.
    /// </summary>
    public Task FindAsync(HttpContext context, Func<Task> next)
    {
        var path = context.Request.Path.Value ?? "";
        if (VersionedPattern().Match(path) is { Success: true } versioned)
        {
            if (path.StartsWith(_scripts[1..], StringComparison.Ordinal)) context.Items[typeof(WebFiles)] = true;
            context.Request.Path = $"/{Scripts}{path[versioned.Length..]}";
        }

        return next();
    }

    private string Address(string path)
    {
        if (!_files.GetFileInfo(path).Exists) throw new FileNotFoundException($"There is no '{path}' among the web files.", path);
        return path.StartsWith(Scripts, StringComparison.Ordinal) ? _scripts + path[Scripts.Length..] : $"./{path}?v={Version([path])}";
    }

    private string Version(IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths) hash.AppendData(Read(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }

    private IEnumerable<string> Imported(string script, HashSet<string> seen) =>
        from Match import in ImportPattern().Matches(System.Text.Encoding.UTF8.GetString(Read(script)))
        let found = new Uri(new Uri($"file:///{script}"), import.Groups[1].Value).AbsolutePath[1..]
        where seen.Add(found)
        from each in Imported(found, seen).Prepend(found)
        select each;

    private IEnumerable<string> Under(string folder) => _files.GetDirectoryContents(folder)
        .SelectMany(file => file.IsDirectory ? Under($"{folder}/{file.Name}") : [$"{folder}/{file.Name}"]);

    private byte[] Read(string path)
    {
        using var content = _files.GetFileInfo(path).CreateReadStream();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"^/js/v[0-9a-f]{10}/")]
    private static partial Regex VersionedPattern();

    [GeneratedRegex(@"^import [^;]*?from '([^']+)';", RegexOptions.Multiline)]
    private static partial Regex ImportPattern();
}
