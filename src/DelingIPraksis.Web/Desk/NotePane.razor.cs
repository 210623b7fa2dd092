using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DelingIPraksis.Web.Desk;

/// <summary>All notes of all pairs: found, chosen, made into points.</summary>
public sealed partial class NotePane : DeskPart
{
    private const int Step = 100;
    private NoteFilter _filter = new();
    private IReadOnlyList<BoardNote> _shown = [];
    private int _room = Step;
    private bool _busy;

    [Inject]
    internal IDialogService Dialogs { get; set; } = null!;

    private string Words
    {
        get => _filter.Words;
        set => Show(_filter with { Words = value });
    }

    private string PairChosen
    {
        get => _filter.Pair?.ToString() ?? "";
        set => Show(_filter with { Pair = Id<Pair>.TryParse(value, null, out var pair) ? pair : null });
    }

    protected override void OnParametersSet() => _shown = _filter.Of(View, Session.Notes, Session.Coverage);

    private static string Pressed(bool on) => on ? "true" : "false";

    private void Show(NoteFilter filter)
    {
        (_filter, _room) = (filter, Step);
        OnParametersSet();
    }

    private async Task UseAllAsync()
    {
        var count = Session.Coverage.Total - Session.Coverage.Used;
        if (await Dialogs.ShowMessageBoxAsync(T["UseAllTitle"], T["UseAllText", count].Value, yesText: T["UseAllYes"], cancelText: C["Cancel"]) != true) return;
        _busy = true;
        await TryAsync(Session.UseAllAsync());
        _busy = false;
    }
}
