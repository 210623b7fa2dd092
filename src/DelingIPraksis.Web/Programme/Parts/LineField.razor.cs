using DelingIPraksis.Domain;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Parts;

/// <summary>One field of the programme, saved by itself. What is refused stays in it, with the reason beside.</summary>
public sealed partial class LineField : ProgrammePart
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700);

    private ITimer? _timer;
    private string _text = "";
    private string _saved = "";
    private string? _sent;
    private string? _theirs;
    private bool _begun;
    private bool _saving;

    /// <summary>Its name on the page; unique.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What is kept now.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>Keeps what is written; answers with what stood in the way, in words, or null.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<string?>> Save { get; set; } = null!;

    /// <summary>How what is typed is understood, said under the field while one types; null for nothing to say.</summary>
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

    /// <summary>What the figure in it counts, said after it.</summary>
    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public int Rows { get; set; } = 1;

    /// <summary>Whether these are people's own words, set in their type.</summary>
    [Parameter]
    public bool Words { get; set; }

    [Inject]
    internal ProgrammeScript Script { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    private string Keep => $"{View.Id}/{Id}";

    private string Described => $"{Id}-error {Id}-hint";

    private bool Dirty => !Same(_text, _saved);

    protected override void OnParametersSet()
    {
        if (_begun && Same(Value, _saved)) return;
        if (!_begun || !Dirty) _text = Value;
        else if (!Same(Value, _sent ?? _saved) && !Same(Value, _text)) _theirs = Value;
        (_saved, _begun) = (Value, true);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (_begun) Session.Mark(Id, SaveStatus.Saved);
    }

    private void Typed()
    {
        if (!Session.Owns) return;
        Session.Mark(Id, SaveStatus.Saving);
        _timer ??= Time.CreateTimer(_ => InvokeAsync(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Rest, Timeout.InfiniteTimeSpan);
    }

    private async Task SaveAsync()
    {
        if (_theirs is not null || _saving || !Session.Owns) return;
        if (!Dirty)
        {
            if (Said is not null || Session.Status != SaveStatus.Saved) await SettledAsync();
            return;
        }

        _saving = true;
        var sent = _sent = _text;
        var kept = await TryAsync(Save(sent));
        (_saving, _sent) = (false, null);
        if (kept)
        {
            _saved = sent;
            // More may have been typed while this was on its way; then its own turn comes.
            if (!Dirty) await SettledAsync();
            else Typed();
        }
        else
        {
            Session.Mark(Id, SaveStatus.NotSent);
        }

        StateHasChanged();
    }

    private async Task SettledAsync()
    {
        Said = null;
        Session.Mark(Id, SaveStatus.Saved);
        await Script.ForgetAsync(Keep);
    }

    private Task KeepMineAsync()
    {
        _theirs = null;
        return SaveAsync();
    }

    private Task TakeTheirsAsync()
    {
        (_text, _theirs, Said) = (_theirs ?? "", null, null);
        return SettledAsync();
    }

    private static bool Same(string one, string other) => new PlainText(one) == new PlainText(other);
}
