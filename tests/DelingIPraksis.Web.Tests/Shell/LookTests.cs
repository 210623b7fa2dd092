using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Shell.Mud;
using MudBlazor;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>The colours keep what docs/design.md promises about them.</summary>
public sealed partial class LookTests
{
    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var design = File.ReadAllText(Path.Combine(Sources.Root, "docs", "design.md"));
            return [.. PairPattern().Matches(design).Select(pair => new TheoryDataRow<string, string, double>(
                pair.Groups[1].Value, pair.Groups[2].Value, double.Parse(pair.Groups[3].Value, CultureInfo.InvariantCulture)))];
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_pair_of_colours_can_be_told_apart_in_both_themes(string colour, string ground, double atLeast)
    {
        Assert.InRange(Tokens.Contrast(Tokens.Light[colour], Tokens.Light[ground]), atLeast, 21);
        Assert.InRange(Tokens.Contrast(Tokens.Dark[colour], Tokens.Dark[ground]), atLeast, 21);
    }

    [Fact]
    public void The_design_names_its_pairs() => Assert.True(Pairs.Count > 20, $"{Pairs.Count} pairs were found.");

    [Fact]
    public void Dark_by_choice_and_dark_by_device_are_the_same_dark() => Assert.Equal(Tokens.Dark, Tokens.DarkByDevice);

    // A page that is printed from a dark screen had headings of 1.9:1 on white paper. («not print and …» would be another thing: it denies
    // both.)
    [Fact]
    public void No_dark_colour_is_there_when_a_page_is_printed()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Path.Combine(Sources.Root, "wwwroot-assets", "css"), "*.css", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Sources.Web, "*.css", SearchOption.AllDirectories))
                .Where(file => !Sources.IsMade(file))
        )
        {
            var css = File.ReadAllText(file);
            foreach (Match dark in DarkPattern().Matches(css))
            {
                var before = css[..dark.Index];
                var inside =
                    before.LastIndexOf("@media", StringComparison.Ordinal) is >= 0 and var media
                    && before[media..].Count(letter => letter == '{') > before[media..].Count(letter => letter == '}')
                        ? before[media..]
                        : "";
                Assert.True(
                    dark.Value.StartsWith("@media screen", StringComparison.Ordinal)
                        || inside.StartsWith("@media screen", StringComparison.Ordinal),
                    $"{file}: {dark.Value}"
                );
            }
        }
    }

    [Fact]
    public void What_is_printed_can_be_read_on_white()
    {
        foreach (var colour in new[] { "ink", "quiet", "fjord", "fjord-deep", "moss", "stone", "berry" })
            Assert.InRange(Tokens.Contrast(Tokens.Light[colour], "#ffffff"), 4.5, 21);
    }

    [Fact]
    public void Every_colour_has_a_dark_counterpart() => Assert.Equal(Tokens.Light.Keys.Order(), Tokens.Dark.Keys.Order());

    [Fact]
    public void The_component_library_is_given_the_same_colours()
    {
        Same(Look.Theme.PaletteLight, Tokens.Light);
        Same(Look.Theme.PaletteDark, Tokens.Dark);
    }

    private static void Same(Palette palette, IReadOnlyDictionary<string, string> tokens)
    {
        string Value(string token) => tokens[token] + "ff";
        Assert.Equal(Value("fjord"), palette.Primary.Value);
        Assert.Equal(Value("on-fjord"), palette.PrimaryContrastText.Value);
        Assert.Equal(Value("stone"), palette.Secondary.Value);
        Assert.Equal(Value("moss"), palette.Tertiary.Value);
        Assert.Equal(Value("berry"), palette.Error.Value);
        Assert.Equal(Value("on-berry"), palette.ErrorContrastText.Value);
        Assert.Equal(Value("paper"), palette.Background.Value);
        Assert.Equal(Value("sheet"), palette.Surface.Value);
        Assert.Equal(Value("ink"), palette.TextPrimary.Value);
        Assert.Equal(Value("quiet"), palette.TextSecondary.Value);
        Assert.Equal(Value("line"), palette.Divider.Value);
        Assert.Equal(Value("line-strong"), palette.LinesInputs.Value);
    }

    [GeneratedRegex(@"\[data-theme=(?:dark|system)\]|@media[^{]*prefers-color-scheme: dark[^{]*")]
    private static partial Regex DarkPattern();

    [GeneratedRegex(@"^\| `([\w-]+)` \| `([\w-]+)` \| (\d+(?:\.\d)?) \|", RegexOptions.Multiline)]
    private static partial Regex PairPattern();
}
