using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>Everything about a person as a file, to be handed out.</summary>
internal static class PersonExport
{
    /// <summary>The formats, by their name in the address and on the command line, with their media type.</summary>
    public static readonly IReadOnlyDictionary<string, string> Formats = new Dictionary<string, string>
    {
        ["html"] = "text/html; charset=utf-8",
        ["csv"] = "text/csv; charset=utf-8",
        ["json"] = "application/json; charset=utf-8",
    };

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The file as text. A spreadsheet needs the mark in front of a csv.</summary>
    public static string Write(PersonFile file, string format, IStringLocalizer<PersonTexts> texts) => format switch
    {
        "json" => JsonSerializer.Serialize(file, _json),
        "csv" => "\uFEFF" + Csv(file, texts),
        _ => Html(file, texts),
    };

    private static string Csv(PersonFile file, IStringLocalizer<PersonTexts> texts)
    {
        var rows = new List<string[]> { new[] { texts["ColumnWhat"].Value, texts["ColumnWhere"].Value, texts["ColumnAt"].Value } };
        rows.AddRange(file.Items.Select(item => new[] { item.What, item.Where, At(item.At) }));
        rows.AddRange(file.Finds.Select(find => new[] { find.Excerpt, $"{find.Gathering}: {find.Where}", "" }));
        return string.Concat(rows.Select(row => string.Join(';', row.Select(Cell)) + "\r\n"));
    }

    private static string Html(PersonFile file, IStringLocalizer<PersonTexts> texts)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n");
        var title = Safe(texts["FileTitle", file.Person.Name]);
        html.Append(CultureInfo.InvariantCulture, $"<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\">\n")
            .Append("<head><meta charset=\"utf-8\"><title>").Append(title).Append("</title></head>\n<body>\n<h1>").Append(title)
            .Append("</h1>\n<p>").Append(Safe(file.Person.About)).Append("</p>\n<table>\n<tr>");
        foreach (var heading in new[] { "ColumnWhat", "ColumnWhere", "ColumnAt" })
            html.Append("<th scope=\"col\">").Append(Safe(texts[heading])).Append("</th>");
        html.Append("</tr>\n");
        foreach (var item in file.Items)
            html.Append("<tr><td>").Append(Safe(item.What)).Append("</td><td>").Append(Safe(item.Where)).Append("</td><td>")
                .Append(Safe(At(item.At))).Append("</td></tr>\n");
        html.Append("</table>\n");
        if (file.Finds.Count > 0) html.Append("<h2>").Append(Safe(texts["FindsTitle"])).Append("</h2>\n<ul>\n");
        foreach (var find in file.Finds)
            html.Append("<li>").Append(Safe($"{find.Gathering}, {find.Where}: {find.Excerpt}")).Append("</li>\n");
        if (file.Finds.Count > 0) html.Append("</ul>\n");
        foreach (var note in file.Notes) html.Append("<p>").Append(Safe(note)).Append("</p>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string At(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";

    // A spreadsheet reads a cell that begins with one of these as a formula.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
