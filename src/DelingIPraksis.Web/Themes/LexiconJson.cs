using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Web.Themes;

/// <summary>A network's own words as JSON, for the database and for another installation.</summary>
internal static class LexiconJson
{
    private const int MostWords = 20_000;
    private const int MostThemes = 500;
    private const int LongestText = 120;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    };

    public static string Write(NetworkLexicon lexicon) => JsonSerializer.Serialize(lexicon, _json);

    /// <summary>Reads what <see cref="Write"/> wrote, or a file written by hand; null when it is invalid or too large.</summary>
    public static NetworkLexicon? Read(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize<NetworkLexicon>(text, _json);
            return read is { Themes: not null, Words: not null, Removed: not null } && IsSound(read) ? Clean(read) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(NetworkLexicon lexicon) =>
        lexicon.Words.Count <= MostWords && lexicon.Removed.Count <= MostWords && lexicon.Themes.Count <= MostThemes
        && lexicon.Themes.All(theme =>
            theme is { Key: not null, Name: { Bokmal: not null, Nynorsk: not null, English: not null } } && IsText(theme.Key)
        )
        && lexicon.Words.All(word =>
            word is { Theme: not null, Word: { Text: not null, Weight: >= 1 and <= 3 } } && IsText(word.Theme) && IsText(word.Word.Text)
        )
        && lexicon.Removed.All(word => word is { Theme: not null, Text: not null } && IsText(word.Theme) && IsText(word.Text));

    private static bool IsText(string text) => text.Trim().Length is > 0 and <= LongestText;

    private static NetworkLexicon Clean(NetworkLexicon lexicon) => lexicon with
    {
        Words = [.. lexicon.Words.Select(word => word with { Word = word.Word with { Text = new PlainText(word.Word.Text).Value } })],
    };
}
