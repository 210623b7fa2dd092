using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>
/// What people wrote is cut by <c>TextTruncation</c> and nowhere else: a length in UTF-16 units cuts a picture in two. Read from the
/// sources, C# and JavaScript alike.
/// </summary>
public sealed partial class CutTests
{
    // What is cut there is the hexadecimal of a hash, and a password that nobody sees.
    private static readonly string[] Allowed =
    [
        "DerivedId.cs", "ApiAnswer.cs", "KeptNames.cs", "WebFiles.cs", "DatabaseFile.cs", "NetworkProjection.cs", "NetworkFeeds.cs",
        "SignInService.cs", "TextTruncation.cs",
    ];

    [Fact]
    public void No_text_is_cut_by_its_length_in_units()
    {
        var wrong = from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Path.Combine(Sources.Root, "wwwroot-assets", "js"), "*.js", SearchOption.AllDirectories))
                    where Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !Sources.IsMade(file)
                        && !Allowed.Contains(Path.GetFileName(file)) && !file.Contains("Migrations", StringComparison.Ordinal)
                    from line in File.ReadLines(file).Index()
                    where CutPattern().IsMatch(line.Item)
                    select $"{Path.GetRelativePath(Sources.Root, file)}:{line.Index + 1}: {line.Item.Trim()}";
        Assert.Equal("", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("$\"{text.Value[..57]} …\"")]
    [InlineData("title[..Limits.Line]")]
    [InlineData("text.AsSpan(0, LongestQuote)")]
    [InlineData("name.Substring(0, 12)")]
    [InlineData("text.slice(0, longestAbout)")]
    public void The_pattern_knows_a_cut(string code) => Assert.Matches(CutPattern(), code);

    [GeneratedRegex(
        @"\[\.\.(?:\d{2,}|[A-Z]\w*(?:\.\w+)?)\]|\.Substring\(0, ?\w+\)|AsSpan\(0, ?[A-Z]\w+\)|\.(?:substr|substring)\(0, ?\w+\)|(?:[tT]ext"
            + @"|[cC]ontent|[vV]alue|name|title|words|trim\(\))\.slice\(0, ?\w+\)"
    )]
    private static partial Regex CutPattern();
}
