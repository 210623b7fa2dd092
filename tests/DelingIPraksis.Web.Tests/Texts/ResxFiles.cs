using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace DelingIPraksis.Web.Tests.Texts;

/// <summary>The text files as they lie in the sources, beside the feature that owns them: one file for each language.</summary>
internal static class ResxFiles
{
    private static readonly Dictionary<string, string> _folders = Directory
        .EnumerateFiles(Sources.Web, "*.resx", SearchOption.AllDirectories)
        .Where(file => !Sources.IsMade(file))
        .GroupBy(file => Path.GetFileName(file).Split('.')[0], file => Path.GetDirectoryName(file)!)
        .ToDictionary(set => set.Key, set => set.Distinct().Single());

    /// <summary>The sets, by the name of their marker.</summary>
    public static IReadOnlyList<string> Sets { get; } = [.. _folders.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Where the files of a set lie.</summary>
    public static string FolderOf(string set) => _folders[set];

    /// <summary>The component library brings its own English.</summary>
    public static IReadOnlyList<string> LanguagesOf(string set) => set == "MudTexts" ? ["nb", "nn"] : ["nb", "nn", "en"];

    public static IReadOnlyDictionary<string, string> Read(string set, string language)
    {
        var file = Path.Combine(FolderOf(set), language == "nb" ? $"{set}.resx" : $"{set}.{language}.resx");
        return !File.Exists(file)
            ? new Dictionary<string, string>()
            : XDocument
                .Load(file)
                .Root!.Elements("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "");
    }

    // Whatever machine the tests run on, the screens they read are in bokmål.
    [ModuleInitializer]
    internal static void SpeakNorwegian() => System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = new("nb");
}
