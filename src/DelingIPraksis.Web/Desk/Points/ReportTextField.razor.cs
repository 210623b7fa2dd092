using DelingIPraksis.Domain;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A text of the report, saved shortly after the last keystroke. A change by somebody else never overwrites what is
/// typed here: both are shown, and the organiser chooses one. A refused text stays in the field.
/// </summary>
public sealed partial class ReportTextField : GatheringPart<DeskSession>
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(900);

    private readonly AutosavedText _field = new(AutosavedText.Plain);
    private ITimer? _timer;
    private SaveStatus _status = SaveStatus.Saved;
    private string? _before;
    private bool _linking;

    [Parameter, EditorRequired]
    public TextPlace Place { get; set; }

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

    private string Text
    {
        get => _field.Text;
        set => _field.Text = value;
    }

    private PlainText Stored => Place.In(View);

    protected override async Task OnParametersSetAsync()
    {
        var conflict = _field.Theirs;
        _field.Take(Stored.Value);
        if (_status == SaveStatus.Saved || (_field.Theirs is not null && _field.Theirs == conflict)) return;
        if (_field.Theirs is not null) Hold();
        else if (!_field.Dirty && !_field.Sending) await SettledAsync();
        else if (conflict is not null) Typed();
    }

    public void Dispose() => _timer?.Dispose();

    private void Typed()
    {
        _before ??= Stored.Value;
        if (_field.Theirs is not null)
        {
            Hold();
            return;
        }

        _status = SaveStatus.Saving;
        _timer ??= Time.CreateTimer(_ => InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Rest, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveAsync()
    {
        if (_field.Sending) return;
        if (!_field.Dirty)
        {
            if (_status != SaveStatus.Saved) await SettledAsync();
            return;
        }

        if (_field.Send() is not { } sent) return;
        _status = SaveStatus.Saving;
        var kept = await _field.AnsweredAsync(
            Place.Write(View, sent) is { } change ? TryAsync(Session.AskAsync(change)) : Task.FromResult(false)
        );
        if (_field.Theirs is not null) Hold();
        else if (!_field.Dirty) await SettledAsync();
        // The text changed while it was being saved. The next save sends the rest.
        else if (Text != sent || kept) Typed();
        else _status = SaveStatus.NotSent;
        StateHasChanged();
    }

    // The typed text stays here and in the browser until one of the two is chosen.
    private void Hold() => (_status, Status) = (SaveStatus.NotSent, null);

    private async Task SettledAsync()
    {
        (_status, Status) = (SaveStatus.Saved, null);
        await Script.ForgetAsync(Keep, Text);
        StateHasChanged();
    }

    /// <summary>Restores the text from before it was edited here.</summary>
    private Task UndoAsync()
    {
        (Text, _before, _status) = (_before ?? "", null, SaveStatus.Saving);
        return SaveAsync();
    }

    private Task InsertAsync((string Words, Uri Address) link)
    {
        Text = TextLinks.Insert(Text, link.Words, link.Address);
        _linking = false;
        Typed();
        return SaveAsync();
    }

    private async Task ChooseAsync(Action choose)
    {
        var before = Text;
        choose();
        _status = SaveStatus.Saving;
        if (Text != before) await Script.ForgetAsync(Keep);
        await SaveAsync();
    }
}
