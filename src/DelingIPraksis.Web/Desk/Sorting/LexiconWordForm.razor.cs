using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>Where a word is put to a theme by hand, be it one that is there or a new one.</summary>
public sealed partial class LexiconWordForm : ComponentBase
{
    private string _word = "";
    private string _name = "";
    private string _theme = Lexicon.Standard.Themes[0].Key;
    private string? _fault;

    /// <summary>The themes there are.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<LexiconTheme> Themes { get; set; } = [];

    /// <summary>What a theme is called, by its key.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> NameOf { get; set; } = null!;

    /// <summary>Keeps it; gives what stood in the way, or null.</summary>
    [Parameter, EditorRequired]
    public Func<Entry, Task<string?>> Put { get; set; } = null!;

    protected override void OnParametersSet()
    {
        // A theme that is given up meanwhile is none to put words to.
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

    /// <summary>A word and the theme it is put to.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Theme">The key of a theme that is there.</param>
    /// <param name="NewTheme">Or what a new one is to be called, or null.</param>
    /// <param name="Counts">Whether it tells the theme, or is not to count.</param>
    public sealed record Entry(string Word, string Theme, string? NewTheme, bool Counts);
}
