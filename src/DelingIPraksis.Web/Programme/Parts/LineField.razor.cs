using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Parts;

/// <summary>One field of the programme, which saves itself. A refused text stays in it, with the reason beside.</summary>
public sealed partial class LineField : GatheringPart<ProgrammeSession>
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700);

    private ITimer? _timer;
    private AutosavedText? _field;
    private bool _unsettled;
    private bool _left;

    /// <summary>Its id on the page; unique.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The stored value.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>Stores the text. Returns the reason for a refusal, or null.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<string?>> Save { get; set; } = null!;

    /// <summary>The form in which the text is stored and shown; null when it is stored unchanged.</summary>
    [Parameter]
    public Func<string, string>? Form { get; set; }

    /// <summary>How the text is understood, shown under the field during typing; null for nothing.</summary>
    [Parameter]
    public Func<string, string?>? Echo { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public string? Mode { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The unit of its number, shown after it.</summary>
    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public int Rows { get; set; } = 1;

    /// <summary>Whether the text is in the typeface for people's own words.</summary>
    [Parameter]
    public bool Words { get; set; }

    [Inject]
    internal ProgrammeScript Script { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    private string Keep => $"{View.Id}/{Id}";

    private string Described => $"{Id}-error {Id}-hint";

    private string Text
    {
        get => _field!.Text;
        set => _field!.Text = value;
    }

    private string? Theirs => _field!.Theirs;

    // A browser drops a line feed from the value of an input, so the words around it would be joined and saved so.
    private string Fitted(string text) => Rows > 1 ? AutosavedText.Plain(text) : AutosavedText.Line(text);

    protected override async Task OnParametersSetAsync()
    {
        _field ??= new AutosavedText(Form ?? Fitted);
        var conflict = Theirs;
        _field.Take(Rows > 1 ? Value ?? "" : Fitted(Value ?? ""));
        if (!_unsettled || (Theirs is not null && Theirs == conflict)) return;
        if (Theirs is not null) Hold();
        // Stored without this field's own reply: sent with another field, or also written by somebody else.
        else if (!_field.Dirty && !_field.Sending) await SettledAsync();
        else if (conflict is not null) Typed();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (_unsettled) Session.Mark(Id, SaveStatus.Saved);
        Session.Withdraw(Id);
    }

    private void Typed()
    {
        if (!Session.Owns) return;
        (_unsettled, _left) = (true, false);
        Session.Withdraw(Id);
        if (Theirs is not null)
        {
            Hold();
            return;
        }

        Session.Mark(Id, SaveStatus.Saving);
        _timer ??= Time.CreateTimer(_ => InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Rest, Timeout.InfiniteTimeSpan);
    }

    private Task LeaveAsync()
    {
        _left = true;
        _field!.Left();
        return SaveAsync();
    }

    private async Task SaveAsync()
    {
        if (!_unsettled || !Session.Owns || _field!.Sending) return;
        if (!_field.Dirty)
        {
            await SettledAsync();
            return;
        }

        if (_field.Send() is not { } sent) return;
        var kept = await _field.AnsweredAsync(TryAsync(Save(Rows > 1 ? sent : Fitted(sent))));
        if (Theirs is not null) Hold();
        else if (!_field.Dirty) await SettledAsync();
        // The text changed while it was being saved. The next save sends the rest.
        else if (Text != sent || kept) Again();
        else Session.Mark(Id, SaveStatus.NotSent);
        StateHasChanged();
    }

    private void Again()
    {
        var left = _left;
        Typed();
        _left = left;
    }

    // The typed text stays here and in the browser until one of the two is chosen. The box says so.
    private void Hold()
    {
        Status = null;
        Session.Withdraw(Id);
        Session.Mark(Id, SaveStatus.NotSent);
    }

    private async Task SettledAsync()
    {
        (_unsettled, Status) = (false, null);
        Session.Withdraw(Id);
        var text = Text;
        if (_left) _field!.Left();
        Session.Mark(Id, SaveStatus.Saved);
        await Script.ForgetAsync(Keep, text);
    }

    private async Task ChooseAsync(Action choose)
    {
        var before = Text;
        choose();
        (_unsettled, _left) = (true, true);
        if (Text != before) await Script.ForgetAsync(Keep);
        await SaveAsync();
    }
}
