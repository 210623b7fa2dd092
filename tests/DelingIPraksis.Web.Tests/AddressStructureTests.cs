using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests;

/// <summary>
/// The service may lie in a folder of a host, behind a proxy that changes what it is asked for. So no address in the sources begins at the
/// root of the
/// host, and only <c>PublicLinks</c> and <c>PublicAddress</c> make addresses that leave the page. Read from the sources.
/// </summary>
public sealed partial class AddressStructureTests
{
    /// <summary>Where the request's own host is the question, and not a link.</summary>
    private static readonly string[] OfTheRequest =
    [
        "Shell/PublicAddress.cs",
        "Access/AccessSetup.cs",
        "Access/Security/Origins.cs",
        "Access/Security/HostGuard.cs",
        "Access/Security/Proxies.cs",
        "Access/Security/SecurityHeaders.cs",
    ];

    [Fact]
    public void Every_link_form_and_file_is_addressed_from_the_base_of_the_service() => Assert.Empty(
            Found(FromTheRoot(), Web(".razor"))
                .Concat(Found(FromTheRoot(), Assets(".js", ".css")))
                .Concat(Found(LedFromTheRoot(), Web(".razor", ".cs")))
        );

    [Fact]
    public void Addresses_that_leave_the_page_are_made_in_one_place() =>
        Assert.Empty(
            Found(
                OwnHost(),
                Web(".razor", ".cs").Where(file => !OfTheRequest.Contains(Path.GetRelativePath(Sources.Web, file).Replace('\\', '/')))
            )
        );

    [Theory]
    [InlineData("<a href=\"/rapporter\">")]
    [InlineData("<a href=\"@($\"/samling/{Id}\")\">")]
    [InlineData("<form action=\"/prov/ny\">")]
    [InlineData("await fetch('/health/ready')")]
    [InlineData("src: url(\"/fonts/a.woff2\")")]
    public void Knows_an_address_from_the_root(string code) => Assert.Matches(FromTheRoot(), code);

    private static IEnumerable<string> Found(Regex pattern, IEnumerable<string> files) =>
        from file in files
        let lines = File.ReadAllLines(file)
        from number in Enumerable.Range(0, lines.Length)
        where pattern.IsMatch(lines[number]) && !lines[number].TrimStart().StartsWith("//", StringComparison.Ordinal)
        select $"{Path.GetRelativePath(Sources.Root, file)}:{number + 1}: {lines[number].Trim()}";

    private static IEnumerable<string> Web(params string[] kinds) => Under(Sources.Web, kinds);

    private static IEnumerable<string> Assets(params string[] kinds) => Under(Path.Combine(Sources.Root, "wwwroot-assets"), kinds);

    private static IEnumerable<string> Under(string folder, string[] kinds) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => kinds.Contains(Path.GetExtension(file)) && !Sources.IsMade(file));

    [GeneratedRegex(
        """(?:\b(?:href|src|action|formaction)="(?:@\(\$?")?|\burl\(["']?|\bfetch\(['"`]"""
            + """|\bimport\(['"`]|\bregister\(['"`]|\bscope: ['"`])/"""
    )]
    private static partial Regex FromTheRoot();

    [GeneratedRegex("""(?:NavigateTo|LocalRedirect|\.Redirect|ToAbsoluteUri)\(\$?"/""")]
    private static partial Regex LedFromTheRoot();

    [GeneratedRegex(@"\bBaseUri\b|\bRequest\.Host\b|\brequest\.Host\b|\bToAbsoluteUri\(|\bGetDisplayUrl\(|\bGetEncodedUrl\(")]
    private static partial Regex OwnHost();
}
