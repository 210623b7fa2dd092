using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>The pairs: proposed to the facilitator, changed by hand, and then shown to everybody.</summary>
public partial class PairingPanel : GatheringPart<ConsoleSession>
{
    private readonly Attendees _attending = new();
    private IReadOnlyList<EarlierGathering> _history = [];
    private IReadOnlyList<RepairProposal> _ways = [];
    private DayPlan? _plan;
    private string? _refusal;
    private bool _wantedMore;
    private bool _keep = true;
    private bool _busy;
    private long _seed;

    [Parameter, EditorRequired]
    public PresenceSnapshot Presence { get; set; } = PresenceSnapshot.Nobody;

    /// <summary>Raised when the pairs have been shown to everybody.</summary>
    [Parameter]
    public EventCallback OnShown { get; set; }

    [Inject]
    internal IPairingHistory History { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    internal ReasonWords Words { get; set; } = null!;

    // «Too few» is no longer true when another party has come.
    private string? Answer => _wantedMore && _attending.Now(View, Presence).Count < 2 ? T["TooFew"].Value : _refusal ?? Status;

    // The rounds that are left: the one everybody is in, and those after it that have a proposal.
    private IEnumerable<int> RoundsLeft => Enumerable.Range(View.Round, 1 + View.ProposedLater.Count);

    private string HowManyMeetAgain => RoundProposals.Repeats(View) switch
    {
        0 => T["DayNoRepeat"],
        var repeats when _plan is { FewestRepeats: true } plan && plan.Repeats == repeats => T["DayRepeatsFewest", repeats],
        var repeats => T["DayRepeats", repeats],
    };

    private IReadOnlyList<Party> OutsideIn(int round)
    {
        var placed = RoundProposals.ProposedIn(View, round).SelectMany(pair => pair.Members).ToHashSet();
        var taking = _attending.Now(View, Presence);
        return [.. View.Parties.Where(party => taking.Contains(party.Id) && !placed.Contains(party.Id))];
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

    protected override async Task OnInitializedAsync()
    {
        // Before the day nobody is here, and what they have said is what is known.
        if (View.Facts.Date > DateOnly.FromDateTime(Clock.GetLocalNow().DateTime) && View.Rsvps.Count > 0)
            _attending.Mode = Attendance.Coming;
        _history = await History.BeforeAsync(View);
    }

    private Task ProposeAsync() => FindAsync(taking =>
    {
        var keep = _keep && View.Pairs.Count > 0;
        return View.Rounds > 1
            ? RoundProposals.Plan(View, taking, _history, keep, _seed++)
            : PairingSolver.Solve(PairingInput.Of(View, taking, _history, keep, _seed++));
    });

    // The pairs at work stay as they are. Only the rounds after them are planned again, for those who are here.
    private Task ReplanAsync() => FindAsync(taking => PlanLater(taking, PairingInput.GroupsOf(View.Pairs)), keepNow: true);

    private PairingOutcome PlanLater(IReadOnlySet<Id<Party>> taking, IReadOnlyList<IReadOnlyList<string>> now) =>
        RoundProposals.PlanLater(View, taking, _history, now, _seed++);

    // A party is missing or late. The groups that can be kept are kept.
    private Task MendAsync()
    {
        if (_attending.Mode is Attendance.Everybody or Attendance.Joined) _attending.Mode = Attendance.Here;
        return FindAsync(taking =>
            Repairing.Propose(PairingInput.Of(View, taking, _history, keep: false, _seed), PairingInput.Running(View))
        );
    }

    // The same three ways as for a no-show, from the pairs that the parties were shown.
    private Task MendForComingAsync(HashSet<Id<Party>> coming)
    {
        _attending.Choose(coming);
        return FindAsync(taking =>
            Repairing.Propose(PairingInput.Of(View, taking, _history, keep: false, _seed), PairingInput.Running(View)));
    }

    private async Task FindAsync(Func<IReadOnlySet<Id<Party>>, PairingOutcome> find, bool keepNow = false)
    {
        if (_busy) return;
        _busy = true;
        _refusal = Status = null;
        _wantedMore = false;
        _ways = [];
        try
        {
            var taking = _attending.Now(View, Presence);
            if (taking.Count < 2)
            {
                _wantedMore = true;
                return;
            }

            // All municipalities of Norway take up to a second to solve. The screen must not be blocked meanwhile.
            switch (await Task.Run(() => find(taking)))
            {
                case PairingSolution solution: await PutAsync(Proposals.From(solution.Groups, View)); break;
                case DayPlan plan:
                    _plan = plan;
                    await AskAsync(
                        keepNow
                            ? new PairsProposed([.. View.Pairs], RoundProposals.Later(plan.Rounds, View))
                            : RoundProposals.Change(plan, View)
                    );
                    break;
                case RepairProposals { Proposals: [{ Affected.Count: 0 }, ..] }: _refusal = T["NothingToMend"]; break;
                case RepairProposals ways: _ways = ways.Proposals; break;
                case PairingRefusal refusal: _refusal = Words.Of(refusal, View); break;
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ChooseAsync(RepairProposal way)
    {
        _ways = [];
        var pairs = Proposals.From(way.Groups, View);
        if (View.Round + 1 >= View.Rounds)
        {
            await PutAsync(pairs);
            return;
        }

        // Who is missing now is missing in the rounds that are left too.
        var taking = pairs.SelectMany(pair => pair.Members).ToHashSet();
        switch (await Task.Run(() => PlanLater(taking, [.. way.Groups.Select(group => group.Keys)])))
        {
            case DayPlan plan:
                _plan = plan;
                await AskAsync(new PairsProposed(pairs, RoundProposals.Later(plan.Rounds, View)));
                break;
            case PairingRefusal refusal:
                _refusal = Words.Of(refusal, View);
                await PutAsync(pairs);
                break;
        }
    }

    private async Task SwapAsync(int round, (Id<Party> One, Id<Party> Other) swap)
    {
        var (pairs, refusal) = Proposals.Swap(View, round, swap.One, swap.Other, _history);
        _refusal = refusal is null ? null : Words.Of(refusal, View);
        if (pairs is not null) await AskAsync(RoundProposals.With(View, round, pairs));
    }

    private Task<bool> PutAsync(ImmutableList<Pair> pairs) => AskAsync(new PairsProposed(pairs));

    private async Task ShowAsync()
    {
        if (await AskAsync(new PairsShown())) await OnShown.InvokeAsync();
    }
}
