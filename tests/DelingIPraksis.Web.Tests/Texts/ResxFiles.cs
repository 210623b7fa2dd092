using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace DelingIPraksis.Web.Tests.Texts;

/// <summary>The text files as they lie in the sources: one set for each feature, one file for each language.</summary>
internal static class ResxFiles
{
    public static readonly string Folder = Path.Combine(Sources.Web, "Texts");

    /// <summary>The sets, by the name of their marker.</summary>
    public static IReadOnlyList<string> Sets { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.resx")
            .Select(file => Path.GetFileName(file).Split('.')[0])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The component library brings its own English.</summary>
    public static IReadOnlyList<string> LanguagesOf(string set) => set == "MudTexts" ? ["nb", "nn"] : ["nb", "nn", "en"];

    public static IReadOnlyDictionary<string, string> Read(string set, string language)
    {
        var file = Path.Combine(Folder, language == "nb" ? $"{set}.resx" : $"{set}.{language}.resx");
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
