using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Web.Themes;

/// <summary>The answer of <c>./run themes</c>, as JSON; described in <c>docs/themes.md</c>. Notes without a theme are left out.</summary>
internal sealed record ThemesAnswer(IReadOnlyList<ThemesAnswer.Theme> Themes)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The output goes to a file or another program, never into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// A theme: its name, the words that caused it, its notes, counted from 0, and the notes of other themes that are also about it; null
    /// when there are none.
    /// </summary>
    public sealed record Theme(string Name, IReadOnlyList<string> Words, IReadOnlyList<int> Notes, IReadOnlyList<int>? Also = null);

    public static ThemesAnswer Of(ThemeProposal proposal, string language) =>
        new([
            .. proposal.Themes.Select(theme => new Theme(
                theme.Name.In(language),
                theme.Words,
                [.. theme.Notes.Select(note => note.Index)],
                theme.Also.IsEmpty ? null : [.. theme.Also.Select(note => note.Index)]
            )),
        ]);

    public string ToJson() => JsonSerializer.Serialize(this, _json);
}
