using System.Globalization;
using System.Text;
using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Storage;

/// <summary>The name of a file as its user may see it again.</summary>
internal static class FileNames
{
    public const int Longest = 120;

    /// <summary>
    /// The last part of a path, on one line, without characters that hide what the name is (such as U+202E, which turns «fdp.exe» around).
    /// Empty becomes «fil». The extension is kept when the name is too long.
    /// </summary>
    public static string Clean(string? raw)
    {
        var last = new PlainText(raw).OnOneLine.Value.Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)) kept.Append(rune);
        var name = kept.ToString().Trim(' ', '.', '\t');
        if (name.Length == 0) return "fil";
        if (name.Length <= Longest) return name;
        var extension = Path.GetExtension(name) is { Length: <= 10 } ending ? ending : "";
        var end = Longest - extension.Length;
        // A cut between the halves of a surrogate pair would leave a lone surrogate.
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return name[..end] + extension;
    }
}
