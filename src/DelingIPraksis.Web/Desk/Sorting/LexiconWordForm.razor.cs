using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>Adds a word to an existing or new theme.</summary>
public sealed partial class LexiconWordForm : ComponentBase
{
    private string _word = "";
    private string _name = "";
    private string _theme = Lexicon.Standard.Themes[0].Key;
    private string? _fault;

    /// <summary>The existing themes.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<LexiconTheme> Themes { get; set; } = [];

    /// <summary>The name of a theme, by its key.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> NameOf { get; set; } = null!;

    /// <summary>Stores the word. Returns the reason for a refusal, or null.</summary>
    [Parameter, EditorRequired]
    public Func<Entry, Task<string?>> Put { get; set; } = null!;

    protected override void OnParametersSet()
    {
        // The chosen theme can have been removed meanwhile.
        if (_theme.Length > 0 && Themes.All(theme => theme.Key != _theme)) _theme = Themes[0].Key;
    }

    private async Task SendAsync(bool counts)
    {
        var (word, name) = (new PlainText(_word), new PlainText(_name));
        _fault = !NetworkLexicon.IsWord(word) ? T["WordMissing"].Value
            : word.Length > Limits.Theme ? T["TooLong", Limits.Theme].Value
            : _theme.Length > 0 ? null
            : !NetworkLexicon.IsWord(name) ? T["ThemeMissing"].Value
            : name.Length > Limits.Theme ? T["TooLong", Limits.Theme].Value : null;
        _fault ??= await Put(new Entry(word.Value, _theme, _theme.Length > 0 ? null : name.Value, counts));
        if (_fault is null) (_word, _name) = ("", "");
    }

    /// <summary>A word and its theme.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Theme">The key of an existing theme.</param>
    /// <param name="NewTheme">The name of a new theme, or null.</param>
    /// <param name="Counts">Whether it indicates the theme, or is ignored.</param>
    public sealed record Entry(string Word, string Theme, string? NewTheme, bool Counts);
}
