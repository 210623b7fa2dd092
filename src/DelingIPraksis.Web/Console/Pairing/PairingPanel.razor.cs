using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Norwegian;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>Who is put together with whom: proposed to those who lead, changed by hand, and then shown to everybody.</summary>
public partial class PairingPanel : Panel
{
    private readonly Attending _attending = new();
    private readonly Stack<ImmutableList<Pair>> _earlier = new();
    private IReadOnlyList<EarlierGathering> _history = [];
    private string? _refusal;
    private bool _keep = true;
    private bool _busy;
    private long _seed;

    [Parameter, EditorRequired]
    public PresenceSnapshot Presence { get; set; } = PresenceSnapshot.Nobody;

    /// <summary>The pairs have been shown to everybody.</summary>
    [Parameter]
    public EventCallback OnShown { get; set; }

    [Inject]
    internal IPairingHistory History { get; set; } = null!;

    [Inject]
    internal ReasonWords Words { get; set; } = null!;

    private IReadOnlyList<Party> Outside
    {
        get
        {
            var placed = View.Proposal.SelectMany(pair => pair.Members).ToHashSet();
            var taking = _attending.Now(View, Presence);
            return [.. View.Parties.Where(party => taking.Contains(party.Id) && !placed.Contains(party.Id))];
        }
    }

    private string Consequence
    {
        get
        {
            if (View.Pairs.Count == 0) return T["ShowPairsFirst"];
            var same = View.Proposal.Count(pair => View.Pairs.Any(shown => shown.Id == pair.Id));
            return T["ShowPairsAgain", same, View.Proposal.Count - same];
        }
    }

    protected override async Task OnInitializedAsync() => _history = await History.BeforeAsync(View);

    private async Task ProposeAsync()
    {
        if (_busy) return;
        _busy = true;
        _refusal = Said = null;
        try
        {
            var taking = _attending.Now(View, Presence);
            if (taking.Count < 2)
            {
                _refusal = T["TooFew"];
                return;
            }

            var problem = PairingInput.Of(View, taking, _history, _keep && View.Pairs.Count > 0, _seed++);
            // All of Norway takes up to a second: this screen must not stand still meanwhile.
            var outcome = await Task.Run(() => PairingSolver.Solve(problem, NorwegianStems.Of));
            if (outcome is PairingSolution solution) await PutAsync(Proposals.From(solution, View));
            else if (outcome is PairingRefusal refusal) _refusal = Words.Of(refusal, View);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task SwapAsync((Id<Party> One, Id<Party> Other) swap)
    {
        var (pairs, refusal) = Proposals.Swap(View, swap.One, swap.Other, _history);
        _refusal = refusal is null ? null : Words.Of(refusal, View);
        if (pairs is not null) await PutAsync(pairs);
    }

    private async Task PutAsync(ImmutableList<Pair> pairs)
    {
        var before = View.Proposal.ToImmutableList();
        if (await AskAsync(new PairsProposed(pairs)) && before.Count > 0) _earlier.Push(before);
    }

    private async Task UndoAsync()
    {
        _refusal = null;
        if (_earlier.TryPeek(out var before) && await AskAsync(new PairsProposed(before))) _earlier.Pop();
    }

    private Task MendAsync()
    {
        (_attending.Mode, _keep) = (Attendance.Here, true);
        return ProposeAsync();
    }

    private async Task ShowAsync()
    {
        if (!await AskAsync(new PairsShown())) return;
        _earlier.Clear();
        await OnShown.InvokeAsync();
    }
}
