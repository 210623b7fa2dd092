using System.Reflection;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Tests;

/// <summary>
/// The service may lie in a folder of a host, behind a proxy that changes what it is asked for. So no address in the sources begins at the
/// root of the host, and only <c>PublicLinks</c> and <c>PublicAddress</c> make addresses that leave the page. Read from the sources.
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

    /// <summary>A link that is written by hand is forgotten when its page moves.</summary>
    [Fact]
    public void Every_address_of_a_page_is_from_Addresses() =>
        Assert.Empty(Found(ByHand(), Web(".razor", ".cs").Where(file => Path.GetFileName(file) != "Addresses.cs")));

    /// <summary>A script cannot ask <c>Addresses</c>; there are three such places, and they say the same.</summary>
    [Fact]
    public void The_three_addresses_of_scripts_are_those_of_the_service()
    {
        string[] said =
        [
            .. from file in Assets(".js")
               from Match address in OfScripts().Matches(File.ReadAllText(file))
               select address.Groups[1].Value,
        ];
        Assert.Equal(new[] { Addresses.Boards, Addresses.Offline, Addresses.Ready }.Order(), said.Order());
    }

    [Theory]
    [InlineData("@page \"/samling/{id:guid}/vegg\"")]
    [InlineData("<a href=\"rapporter\">")]
    [InlineData("<a href=\"./\">")]
    [InlineData("<a href=\"@($\"samling/{View.Id}/vegg\")\">")]
    [InlineData("<form method=\"post\" action=\"prov/@Gathering/fasilitator\">")]
    [InlineData("Navigation.NavigateTo(\"samlinger\", forceLoad: true);")]
    [InlineData("return Results.LocalRedirect($\"~/prov/{gathering:D}\");")]
    [InlineData("routes.MapGet(\"/samling/{id:guid}/ord.json\", SendAsync);")]
    [InlineData("links.To($\"rapporter/{slug}\")")]
    [InlineData("path.StartsWithSegments(\"/prov/ny\")")]
    [InlineData("public static string Address(Id<Gathering> id) => $\"samling/{id}/ord.json\";")]
    public void Knows_an_address_that_is_written_by_hand(string code) => Assert.Matches(ByHand(), code);

    [Theory]
    [InlineData("<a href=\"@Addresses.Gatherings\">")]
    [InlineData("<a href=\"@($\"{Addresses.Gatherings}#ny\")\">")]
    [InlineData("<a href=\"\" class=\"reload\">")]
    [InlineData("<a href=\"#innhold\">")]
    [InlineData("<a href=\"@($\"data:text/csv;charset=utf-8,{csv}\")\">")]
    [InlineData("<h2 id=\"rapporter\">")]
    [InlineData("Results.LocalRedirect($\"~/{Addresses.Join}\")")]
    public void Knows_what_is_no_address_by_hand(string code) => Assert.DoesNotMatch(ByHand(), code);

    [Theory]
    [InlineData("<a href=\"/rapporter\">")]
    [InlineData("<a href=\"@($\"/samling/{Id}\")\">")]
    [InlineData("<form action=\"/prov/ny\">")]
    [InlineData("await fetch('/health/ready')")]
    [InlineData("src: url(\"/fonts/a.woff2\")")]
    public void Knows_an_address_from_the_root(string code) => Assert.Matches(FromTheRoot(), code);

    /// <summary>
    /// A route, a link, a form, a way onwards; or any text that begins with the first word of a page's address and a slash.
    /// </summary>
    private static Regex ByHand() => new(
        $"""
        ^@page\b|\b(?:href|action|formaction)="(?:@\(\$?")?(?!data:)[\w.~]
        |(?:NavigateTo|LocalRedirect|\.Redirect|\.To|\.Spoken|StartsWithSegments|Map(?:Get|Post|Methods|HealthChecks)|MapHub<\w+>)
            \(\s*\$?"[~/]*\w
        |"(?:~?/)?(?:{string.Join('|', FirstWords)})/
        """,
        RegexOptions.IgnorePatternWhitespace
    );

    private static IEnumerable<string> FirstWords =>
        from route in typeof(Addresses.Routes).GetFields(BindingFlags.Public | BindingFlags.Static)
        let word = ((string)route.GetRawConstantValue()!).Split('/')[1]
        where word.Length > 0
        group word by word into words
        select Regex.Escape(words.Key);

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

    [GeneratedRegex("""(?:new URL\(|scope: )'([^'.#]+)'""")]
    private static partial Regex OfScripts();

    [GeneratedRegex("""(?:NavigateTo|LocalRedirect|\.Redirect|ToAbsoluteUri)\(\$?"/""")]
    private static partial Regex LedFromTheRoot();

    [GeneratedRegex(@"\bBaseUri\b|\bRequest\.Host\b|\brequest\.Host\b|\bToAbsoluteUri\(|\bGetDisplayUrl\(|\bGetEncodedUrl\(")]
    private static partial Regex OwnHost();
}
