using System.Reflection;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests;

/// <summary>
/// The folders of the domain and of the web project in one order, which stands in <c>docs/architecture.md</c>, lowest first. A folder uses
/// only folders above it in the table. What stands in a folder below another folder belongs to that one.
/// </summary>
public sealed partial class FolderStructureTests
{
    private const int Most = 20;

    private static readonly string DomainFolder = Path.Combine(Sources.Root, "src", "DelingIPraksis.Domain");

    /// <summary>The folders that are a feature each. None uses another, but for <see cref="Allowed"/>.</summary>
    private static readonly string[] Features =
    [
        "Reporting", "Networks", "Rehearsal", "Consent", "Speakers", "Promises", "PersonalData", "Programme", "Board", "Console", "Wall",
        "Desk",
        "Demo",
    ];

    private static readonly Dictionary<(string From, string To), string> Allowed = new()
    {
        [("Desk", "Reporting")] = "The desk shows the report that it works on.",
        [("Networks", "Reporting")] = "A network's page lists and feeds its published reports.",
        [("Consent", "Reporting")] = "The deadline is told in the report's time.",
        [("Promises", "Reporting")] = "A letter is in one of the report's languages.",
        [("Console", "Rehearsal")] = "The console leads the rehearsal too.",
    };

    [Theory]
    [InlineData("Domain")]
    [InlineData("Web")]
    public void Every_folder_stands_in_the_table(string project)
    {
        var (folder, _) = Find(project);
        Assert.Equal(FolderDependencies.FoldersOf(folder).Order(), OrderOf(project).Order());
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Web")]
    public void A_folder_uses_only_folders_that_stand_before_it(string project)
    {
        var (folder, assembly) = Find(project);
        var order = OrderOf(project);
        var wrong = FolderDependencies.Of(folder, assembly).Where(edge => order.IndexOf(edge.To) > order.IndexOf(edge.From));
        Assert.Empty(wrong.Select(edge => $"{edge.From} < {edge.To}: {edge.Where}").Order());
    }

    [Fact]
    public void Features_use_no_other_feature_but_for_the_exceptions()
    {
        var used = FolderDependencies.Of(Sources.Web, typeof(Program).Assembly)
            .Where(edge => Features.Contains(edge.From) && Features.Contains(edge.To))
            .ToLookup(edge => (edge.From, edge.To), edge => edge.Where);
        Assert.Empty(used.Where(edge => !Allowed.ContainsKey(edge.Key)).SelectMany(edge => edge));
        Assert.All(Allowed.Keys, edge => Assert.True(used.Contains(edge), $"{edge} is needed no longer."));
    }

    [Fact]
    public void No_folder_has_more_than_twenty_files()
    {
        var counts = new[] { DomainFolder, Sources.Web }
            .SelectMany(project => Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
            .Where(file => !Sources.IsMade(file))
            .CountBy(file => Path.GetRelativePath(Sources.Root, Path.GetDirectoryName(file)!));
        Assert.All(counts, folder => Assert.InRange(folder.Value, 1, Most));
    }

    private static (string Folder, Assembly Assembly) Find(string project) =>
        project == "Domain" ? (DomainFolder, typeof(Domain.PlainText).Assembly) : (Sources.Web, typeof(Program).Assembly);

    /// <summary>The folders in the table of a project, in its order.</summary>
    private static List<string> OrderOf(string project) =>
    [
        .. from line in File.ReadLines(Path.Combine(Sources.Root, "docs", "architecture.md"))
           where line.StartsWith($"| `{project}/", StringComparison.Ordinal)
           from Match folder in FolderPattern().Matches(line.Split('|')[1])
           select folder.Groups[1].Value,
    ];

    [GeneratedRegex(@"/(\w*)`")]
    private static partial Regex FolderPattern();
}
