using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>How much a pair needs the facilitator, the most urgent first.</summary>
public enum PairNeed
{
    /// <summary>It has asked for help.</summary>
    Help,

    /// <summary>Nobody is here for one of its parties.</summary>
    Absent,

    /// <summary>Nothing has been written for a while in a phase where the parties write.</summary>
    Quiet,

    /// <summary>It is at work.</summary>
    Working,

    /// <summary>All its parties have said that they are done.</summary>
    Done,
}

/// <summary>How far a pair has come now, in counts only. It is calculated from the <see cref="Progress"/> of its members.</summary>
public sealed class PairProgress
{
    private static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(3);

    /// <param name="view">The gathering, seen by an actor who follows all pairs.</param>
    /// <param name="pair">Which pair.</param>
    /// <param name="here">How many are here for a party now.</param>
    /// <param name="now">When it is looked at, UTC.</param>
    public PairProgress(GatheringView view, Pair pair, Func<Id<Party>, int> here, DateTimeOffset now)
    {
        (Pair, Place, Now) = (pair, view.PlaceOf(pair), now);
        Members = [.. view.MembersOf(pair).Select(party => new PairMember(party, view.ProgressOf(party.Id)!, here(party.Id)))];
        Need = NeedOf(isRunning: Place.Position >= 0 && view.ClosedAt is null);
        IsLagging = Place.Position < view.Position || !HasDoneItsPart;
    }

    /// <summary>Which pair.</summary>
    public Pair Pair { get; }

    /// <summary>Where it is in the plan.</summary>
    public Place Place { get; }

    /// <summary>When it is looked at, UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Its parties, in the order of their turns.</summary>
    public IReadOnlyList<PairMember> Members { get; }

    /// <summary>How much it needs the facilitator.</summary>
    public PairNeed Need { get; }

    /// <summary>Whether the pair is behind the others, or one of its parties has not yet done what the phase asks for.</summary>
    public bool IsLagging { get; }

    /// <summary>When somebody in it last wrote, UTC, or null.</summary>
    public DateTimeOffset? LastActive => Members.Max(member => member.Progress.LastActive);

    /// <summary>When the first of its parties asked for help; <see cref="DateTimeOffset.MaxValue"/> when none has.</summary>
    public DateTimeOffset AskedAt => Members.Min(member => member.Progress.Help?.At) ?? DateTimeOffset.MaxValue;

    /// <summary>How long nothing has been written in this phase, pauses not counted.</summary>
    public TimeSpan Silence => Place.Clock is not { } clock
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(clock.Elapsed(Now).Ticks, LastActive is { } last ? Math.Max(0, (Now - last).Ticks) : long.MaxValue));

    /// <summary>How many of its members have completed each step.</summary>
    public PairSteps Steps => new(
        Members.Count,
        Members.Count(member => member.Progress is { Challenge: > 0, Solutions: > 0 }),
        Members.Count(member => member.Progress.HandedOver),
        Members.Count(member => member.Progress.Answered),
        Members.Count(member => member.Progress.Barriers + member.Progress.Opportunities > 0));

    /// <summary>The party that has written far less than another, with the other; null when the contributions are balanced.</summary>
    public (Party Most, Party Least)? Uneven =>
        ContributionBalance.LeastActive(
            Members.ToDictionary(member => member.Party.Id, member => member.Written),
            Pair.Members,
            ContributionBalance.Letters
        )
            is { } quieter
            ? (Members.MaxBy(member => member.Written)!.Party, Members.First(member => member.Party.Id == quieter).Party)
            : null;

    private bool HasDoneItsPart => Place.Phase?.Kind switch
    {
        PhaseKind.Writing => Steps.Written == Steps.Members,
        PhaseKind.Presentation => Pair.Turn == Steps.Members - 1,
        PhaseKind.Feedback => Steps.HandedOver == Steps.Members,
        PhaseKind.Board => Steps.Noted == Steps.Members,
        PhaseKind.Prioritising or PhaseKind.Summary => Members.All(member => member.Progress.Done),
        _ => true,
    };

    private PairNeed NeedOf(bool isRunning)
    {
        if (Members.Any(member => member.Progress.Help is not null)) return PairNeed.Help;
        if (!isRunning) return PairNeed.Working;
        if (Members.Any(member => member.Here == 0)) return PairNeed.Absent;
        if (Members.All(member => member.Progress.Done)) return PairNeed.Done;
        return Writes(Place.Phase?.Kind) && Place.Clock is { PausedAt: null } && Silence >= LongSilence ? PairNeed.Quiet : PairNeed.Working;
    }

    private static bool Writes(PhaseKind? kind) => kind is PhaseKind.Writing or PhaseKind.Feedback or PhaseKind.Board;
}

/// <summary>A party of a pair, how far it has come, and how many are here for it.</summary>
/// <param name="Party">Which.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="Here">How many are here for it now.</param>
public sealed record PairMember(Party Party, Progress Progress, int Here)
{
    /// <summary>How much it has written, in characters. A note counts as a sentence.</summary>
    public int Written => Progress.Challenge + Progress.Solutions + Progress.Feedback + (60 * (Progress.Barriers + Progress.Opportunities));
}

/// <summary>How many of a pair's members have completed each step.</summary>
/// <param name="Members">How many they are.</param>
/// <param name="Written">Have written challenge and solutions.</param>
/// <param name="HandedOver">Have handed over their feedback.</param>
/// <param name="Answered">Have answered the feedback they got.</param>
/// <param name="Noted">Have put a note on the board.</param>
public readonly record struct PairSteps(int Members, int Written, int HandedOver, int Answered, int Noted);
