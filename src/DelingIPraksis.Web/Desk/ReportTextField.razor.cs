using DelingIPraksis.Domain;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A running text, saved by itself shortly after the last letter. What somebody else writes meanwhile never takes the place of what is
/// being written here: both are shown, and one is chosen. What is refused stays in the field.
/// </summary>
public sealed partial class ReportTextField : DeskPart
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(900);

    private ITimer? _timer;
    private PlainText _saved;
    private PlainText? _sent;
    private PlainText? _theirs;
    private string _text = "";
    private SaveStatus _status = SaveStatus.Saved;
    private bool _begun;
    private PlainText? _before;

    [Parameter, EditorRequired]
    public TextPlace Place { get; set; }

    /// <summary>Set as it will be read, where it will stand: what it is called is said there already.</summary>
    [Parameter]
    public bool InPlace { get; set; }

    [Parameter]
    public string Hint { get; set; } = "";

    [Inject]
    internal DeskScript Script { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    private string Id => Place.Anchor;

    private string FieldId => Place.Part is { } part ? $"felt-{part}" : $"felt-{Id}";

    private string Label => Place switch
    {
        { Part: { } part } => T[$"Text{part}"],
        { Talk: not null } => T["TalkSummaryLabel"],
        _ => T["IntroductionLabel"],
    };

    private string Keep => $"{View.Id}/{Id}";

    private bool Dirty => new PlainText(_text) != _saved;

    protected override void OnParametersSet()
    {
        var now = Place.In(View);
        if (_begun && now == _saved) return;
        if (!_begun || !Dirty) _text = now.Value;
        else if (now != _sent && now != new PlainText(_text)) _theirs = now;
        (_saved, _begun) = (now, true);
    }

    public void Dispose() => _timer?.Dispose();

    private void Typed()
    {
        _before ??= _saved;
        _status = SaveStatus.Saving;
        _timer ??= Time.CreateTimer(_ => InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Rest, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveAsync()
    {
        if (_theirs is not null) return;
        if (!Dirty)
        {
            await SettledAsync();
            return;
        }

        var sent = new PlainText(_text);
        (_sent, _status) = (sent, SaveStatus.Saving);
        if (Place.Write(View, sent) is not { } change || !await TryAsync(Session.AskAsync(change)))
        {
            _status = SaveStatus.NotSent;
            StateHasChanged();
            return;
        }

        _saved = sent;
        // More may have been typed while this was on its way; its own turn comes.
        if (!Dirty) await SettledAsync();
        StateHasChanged();
    }

    private async Task SettledAsync()
    {
        (_status, Said) = (SaveStatus.Saved, null);
        await Script.ForgetAsync(Keep);
        StateHasChanged();
    }

    /// <summary>Back to how it was when the writing here began.</summary>
    private Task UndoAsync()
    {
        (_text, _before) = (_before?.Value ?? "", null);
        return SaveAsync();
    }

    private Task KeepMineAsync()
    {
        _theirs = null;
        return SaveAsync();
    }

    private Task TakeTheirsAsync()
    {
        (_text, _theirs) = (_theirs?.Value ?? "", null);
        return SaveAsync();
    }
}
