using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console;

/// <summary>The rows of the console, in the order that was chosen.</summary>
internal sealed class PairLines(IStringLocalizer<ConsoleTexts> texts, IStringLocalizer<CommonTexts> common, IStringLocalizer<ConductingTexts> conducting, IStringLocalizer<PhaseTexts> phases)
{
    private readonly PairRemarks _remarks = new(texts, common, conducting, phases);

    public IReadOnlyList<PairLine> Of(GatheringView view, PresenceSnapshot presence, DateTimeOffset now, PairOrder order = PairOrder.Need) =>
        [.. order.Sort(PairState.All(view, presence, now)).Select(LineOf)];

    private PairLine LineOf(PairState state) => new(
        state.Pair.Id,
        string.Join(" + ", state.Members.Select(member => member.Party.Name)),
        state.Pair.Members.Count == 3,
        state.Need,
        _remarks.Of(state),
        state.Steps,
        state.Members.Sum(member => member.Progress.Barriers),
        state.Members.Sum(member => member.Progress.Opportunities),
        state.LastActive is { } last ? common.AgoBySeconds(Coarse(state.Now - last)) : "–",
        string.Join(" + ", state.Members.Select(member => member.Here)));

    // Tens of seconds are enough to see who has fallen silent, and let a row rest between two notes.
    private static TimeSpan Coarse(TimeSpan age) =>
        age < TimeSpan.FromSeconds(10) ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Floor(age.TotalSeconds / 10) * 10);
}

/// <summary>A pair as it is now, with what can be told from it.</summary>
internal sealed class PairState
{
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(3);
    private readonly GatheringView _view;

    public PairState(GatheringView view, Pair pair, Func<Id<Party>, int> here, DateTimeOffset now)
    {
        (_view, Pair, Place, Now) = (view, pair, view.PlaceOf(pair), now);
        Members = [.. view.MembersOf(pair).Select(party => new PairMember(party, view.ProgressOf(party.Id)!, here(party.Id)))];
        Need = NeedNow();
    }

    /// <summary>All pairs as they are now, in the order of the pairs.</summary>
    public static IEnumerable<PairState> All(GatheringView view, PresenceSnapshot presence, DateTimeOffset now)
    {
        var here = presence.People.Values.CountBy(party => party).ToDictionary();
        return view.Pairs.Select(pair => new PairState(view, pair, member => here.GetValueOrDefault(member), now));
    }

    public Pair Pair { get; }

    public Place Place { get; }

    public DateTimeOffset Now { get; }

    public IReadOnlyList<PairMember> Members { get; }

    public PairNeed Need { get; }

    public DateTimeOffset? LastActive => Members.Max(member => member.Progress.LastActive);

    public DateTimeOffset AskedAt => Members.Min(member => member.Progress.Help?.At) ?? DateTimeOffset.MaxValue;

    /// <summary>How long nothing has been written in this phase, pauses not counted.</summary>
    public TimeSpan Silence => Place.Clock is not { } clock
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(clock.Elapsed(Now).Ticks, LastActive is { } last ? Math.Max(0, (Now - last).Ticks) : long.MaxValue));

    public PairSteps Steps => new(
        Members.Count,
        Members.Count(member => member.Progress is { Challenge: > 0, Solutions: > 0 }),
        Members.Count(member => member.Progress.HandedOver),
        Members.Count(member => member.Progress.Answered),
        Members.Count(member => member.Progress.Barriers + member.Progress.Opportunities > 0));

    /// <summary>Whether somebody in it has not yet done what the phase it is in asks for, or it is behind the others.</summary>
    public bool Lags => Place.Position < _view.Position || Place.Phase?.Kind switch
    {
        PhaseKind.Writing => Steps.Written < Steps.Members,
        PhaseKind.Presentation => Pair.Turn < Steps.Members - 1,
        PhaseKind.Feedback => Steps.HandedOver < Steps.Members,
        PhaseKind.Board => Steps.Noted < Steps.Members,
        PhaseKind.Prioritising or PhaseKind.Summary => Members.Any(member => !member.Progress.Done),
        _ => false,
    };

    private PairNeed NeedNow()
    {
        if (Members.Any(member => member.Progress.Help is not null)) return PairNeed.Help;
        var running = Place.Position >= 0 && _view.ClosedAt is null;
        if (!running) return PairNeed.Working;
        if (Members.Any(member => member.Here == 0)) return PairNeed.Absent;
        if (Members.All(member => member.Progress.Done)) return PairNeed.Done;
        return Writes(Place.Phase?.Kind) && Place.Clock is { PausedAt: null } && Silence >= LongSilence ? PairNeed.Quiet : PairNeed.Working;
    }

    private static bool Writes(PhaseKind? kind) => kind is PhaseKind.Writing or PhaseKind.Feedback or PhaseKind.Board;
}

/// <summary>A party of a pair, how far it has come, and how many are here for it.</summary>
internal sealed record PairMember(Party Party, Progress Progress, int Here)
{
    /// <summary>How much it has written, in letters; a note counts as a sentence.</summary>
    public int Written => Progress.Challenge + Progress.Solutions + Progress.Feedback + (60 * (Progress.Barriers + Progress.Opportunities));
}
