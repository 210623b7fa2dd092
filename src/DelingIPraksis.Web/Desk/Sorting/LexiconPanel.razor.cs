using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Themes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DelingIPraksis.Web.Desk;

/// <summary>The network's own words: where each comes from, add, remove, export and import.</summary>
public sealed partial class LexiconPanel : GatheringPart<DeskSession>
{
    private const int LargestFile = 2_000_000;

    private NetworkLexicon _own = NetworkLexicon.Empty;
    private ImmutableList<LexiconTheme> _all = Lexicon.Standard.Themes;
    private IReadOnlyList<Row> _themes = [];
    private (string? Last, int Steps) _seen;
    private bool _read;
    private ElementReference _panel;

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        // A change here can be undone from the desk, so the words are read again whenever the desk is rendered.
        if (_read && _seen == (Session.LastDone, Session.WordSteps)) return;
        (_read, _seen) = (true, (Session.LastDone, Session.WordSteps));
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _panel.FocusAsync();
    }

    private async Task ReadAsync()
    {
        if (await Session.StoreAsync(async () => _own = await Session.OwnWordsAsync()) is { } fault)
        {
            Status = fault;
            return;
        }

        _all = _own.On(Lexicon.Standard).Themes;
        var words = _own.Words.ToLookup(word => word.Theme);
        _themes =
        [
            .. _all.Select(theme => new Row(theme.Key, theme.Name, Lexicon.Standard.Find(theme.Key) is null, [.. words[theme.Key]]))
                .Where(row => row.IsOwn || row.Words.Count > 0),
        ];
    }

    private Task RemoveAsync(OwnWord word) =>
        DoAsync(own => own.Without(word.Theme, word.Word.Text), T["RemovedNow", word.Word.Text, NameOf(word.Theme)]);

    private Task AgainAsync(RemovedWord word) => DoAsync(own => own.Restore(word), T["AgainNow", word.Text, NameOf(word.Theme)]);

    private Task RemoveThemeAsync(Row theme) => DoAsync(own => own.WithoutTheme(theme.Key), T["ThemeRemovedNow", NameOf(theme)]);

    private async Task<string?> PutAsync(LexiconWordForm.Entry entry)
    {
        var (key, name) = entry.NewTheme is { } written
            ? (LexiconLearning.OwnKey(ThemeName.AsWritten(written)), written)
            : (entry.Theme, NameOf(entry.Theme));
        var word = new OwnWord(key, new LexiconWord(entry.Word, 3));
        var fault = entry.Counts
            ? await Session.ChangeWordsAsync(
                own => (entry.NewTheme is null ? own : own.With(new OwnTheme(key, ThemeName.AsWritten(name)))).With(word),
                T["AddedNow", entry.Word, name]
            )
            : await Session.ChangeWordsAsync(own => own.Without(key, entry.Word), T["RemovedNow", entry.Word, name]);
        await ReadAsync();
        return fault;
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > LargestFile)
        {
            Status = T["FileTooLarge", LargestFile / 1_000_000];
            return;
        }

        await using var stream = chosen.File.OpenReadStream(LargestFile);
        if (await TextFile.BytesAsync(stream, LargestFile) is not { } bytes || LexiconJson.Read(TextFile.Read(bytes)) is not { } read)
        {
            Status = T["FileIsNone", chosen.File.Name];
            return;
        }

        var known = _all.Select(theme => theme.Key).Concat(read.Themes.Select(theme => theme.Key)).ToHashSet();
        if (read.Words.Find(word => !known.Contains(word.Theme)) is { } homeless)
            Status = T["FileThemeUnknown", homeless.Theme, homeless.Word.Text];
        else await DoAsync(own => own.With(read), T["ImportedNow", read.Words.Count]);
    }

    private async Task DoAsync(Func<NetworkLexicon, NetworkLexicon> change, string said)
    {
        await TryAsync(Session.ChangeWordsAsync(change, said));
        await ReadAsync();
    }

    private string From(WordOrigin? origin) => origin switch
    {
        null => T["ByHand"],
        { Notes: 1 } => T["LearntFromOne", origin.From],
        _ => T["LearntFrom", origin.From, origin.Notes],
    };

    private string NameOf(string key) => _all.Find(theme => theme.Key == key) is { } theme ? NameOf(theme.Name) : key;

    private static string NameOf(Row theme) => NameOf(theme.Name);

    private static string NameOf(ThemeName name) => name.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private sealed record Row(string Key, ThemeName Name, bool IsOwn, IReadOnlyList<OwnWord> Words);
}
