using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Tests;

/// <summary>What holds for all of the sources. The order of the folders is in <see cref="FolderStructureTests"/>.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestLine = 140;

    [Fact]
    public void The_domain_references_nothing_but_the_framework() =>
        Assert.All(
            typeof(Domain.PlainText).Assembly.GetReferencedAssemblies(),
            assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal)
        );

    /// <summary>
    /// The first render of what has to be read may come before it has been read: what waits for it there waits for ever. See
    /// <c>OnFirstRender</c>.
    /// </summary>
    [Fact]
    public void Nothing_that_has_to_be_read_first_waits_for_its_own_first_render()
    {
        var wrong = from type in typeof(Program).Assembly.GetTypes()
                    where
                        type.IsAssignableTo(typeof(IComponent))
                        && Declares(type, "OnInitializedAsync")
                        && (Declares(type, "OnAfterRenderAsync") || Declares(type, "OnAfterRender"))
                    select type.FullName;
        Assert.Empty(wrong);

        static bool Declares(Type type, string method) =>
            type.GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
    }

    [Fact]
    public void Nothing_is_left_half_done()
    {
        var wrong = from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*", SearchOption.AllDirectories)
                    where Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !Sources.IsMade(file)
                    let text = File.ReadAllText(file)
                    where text.Contains("NotImplementedException", StringComparison.Ordinal) || UnfinishedPattern().IsMatch(text)
                    select Path.GetRelativePath(Sources.Root, file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_line_is_longer_than_140_characters()
    {
        string[] folders = ["src", "tests", "wwwroot-assets"];
        var wrong = from folder in folders
                    from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), "*", SearchOption.AllDirectories)
                    where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".mjs" && !Sources.IsMade(file)
                    from line in File.ReadLines(file).Index()
                    where line.Item.Length > LongestLine
                    select $"{Path.GetRelativePath(Sources.Root, file)}:{line.Index + 1}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b")]
    private static partial Regex UnfinishedPattern();
}

/// <summary>Where the sources are, found from where the tests run.</summary>
internal static class Sources
{
    public static readonly string Root = FindRoot();
    public static readonly string Web = Path.Combine(Root, "src", "DelingIPraksis.Web");

    /// <summary>Whether a file was made by the build or comes from others.</summary>
    public static bool IsMade(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "vendor");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DelingIPraksis.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
