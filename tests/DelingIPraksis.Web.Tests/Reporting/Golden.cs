using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>
/// Whole documents as they are to be, kept beside the tests. Set DELING_GOLDEN=1 to write them anew, and read what has changed before it is
/// committed.
/// </summary>
internal static class Golden
{
    private static readonly string _folder = Path.Combine(Sources.Root, "tests", "DelingIPraksis.Web.Tests", "Reporting", "Golden");

    public static async Task EqualAsync(string name, string actual)
    {
        var file = Path.Combine(_folder, name);
        if (Environment.GetEnvironmentVariable("DELING_GOLDEN") == "1")
        {
            Directory.CreateDirectory(_folder);
            await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(actual), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), actual);
    }

    /// <summary>A package as one text: each part by its name, its markup laid out so that it can be read and compared.</summary>
    public static string PartsOf(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var content = entry.Open();
            var shown = Path.GetExtension(entry.FullName) is ".xml" or ".rels"
                ? XDocument.Load(content).ToString()
                : $"({entry.Length} bytes)";
            text.Append("== ").Append(entry.FullName).Append('\n').Append(shown.ReplaceLineEndings("\n")).Append('\n');
        }

        return text.ToString();
    }
}
