using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>The kinds of phase («steg») in a plan, in their natural order.</summary>
public enum PhaseKind
{
    /// <summary>Innsjekk: everybody finds their municipality.</summary>
    CheckIn,

    /// <summary>Utfordring og løsning: each party writes, for itself.</summary>
    Writing,

    /// <summary>Presentasjon: the parties of a pair present in turn.</summary>
    Presentation,

    /// <summary>Tilbakemelding: the partner tells how it experiences the description.</summary>
    Feedback,

    /// <summary>Barrierer og muligheter: the shared board.</summary>
    Board,

    /// <summary>Prioritering: what the pair brings to the plenary.</summary>
    Prioritising,

    /// <summary>Plenum: all pairs together.</summary>
    Plenary,

    /// <summary>Oppsummering: what each takes home.</summary>
    Summary,
}

/// <summary>A phase of the plan.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Minutes">Planned length, 1 to 480 minutes; shared by the turns where the parties take turns.</param>
/// <param name="ForPresenter">
/// The organiser's instruction to all or, where the parties take turns, to the party whose turn it is; empty for none.
/// </param>
/// <param name="ForCommenter">The organiser's own instruction to those who listen and comment; empty for none.</param>
public sealed record Phase(PhaseKind Kind, int Minutes, PlainText ForPresenter = default, PlainText ForCommenter = default)
{
    /// <summary>
    /// Whether a round begins here: everybody gets new partners. The first phase of a plan always begins the first round.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NewRound { get; init; }

    /// <summary>Whether the parties of a pair take turns in it.</summary>
    public bool HasTurns => Kind is PhaseKind.Presentation or PhaseKind.Feedback;
}

/// <summary>Ready-made plans.</summary>
public static class PhasePlans
{
    /// <summary>«Deling i praksis», 60 minutes.</summary>
    public static readonly ImmutableList<Phase> Full =
    [
        new(PhaseKind.CheckIn, 5),
        new(PhaseKind.Writing, 8),
        new(PhaseKind.Presentation, 10),
        new(PhaseKind.Feedback, 10),
        new(PhaseKind.Board, 12),
        new(PhaseKind.Prioritising, 4),
        new(PhaseKind.Plenary, 6),
        new(PhaseKind.Summary, 5),
    ];

    /// <summary>«Kort», 30 minutes.</summary>
    public static readonly ImmutableList<Phase> Brief =
    [
        new(PhaseKind.CheckIn, 3),
        new(PhaseKind.Writing, 5),
        new(PhaseKind.Presentation, 6),
        new(PhaseKind.Feedback, 6),
        new(PhaseKind.Board, 7),
        new(PhaseKind.Summary, 3),
    ];

    /// <summary>«Uten presentasjon», 45 minutes: the partner reads by itself.</summary>
    public static readonly ImmutableList<Phase> WithoutPresentation =
    [
        new(PhaseKind.CheckIn, 5),
        new(PhaseKind.Writing, 8),
        new(PhaseKind.Feedback, 12),
        new(PhaseKind.Board, 12),
        new(PhaseKind.Prioritising, 4),
        new(PhaseKind.Summary, 4),
    ];
}

/// <summary>
/// The shared clock. It stores only instants of the server's clock. The time left is calculated for an instant; screens get the
/// milliseconds left and the instant that they belong to.
/// </summary>
/// <param name="StartedAt">When the phase began, UTC.</param>
/// <param name="Total">How long it is to last, with added or removed time.</param>
/// <param name="Held">The total of earlier pauses.</param>
/// <param name="PausedAt">When it was paused, or null while it runs.</param>
public sealed record PhaseClock(DateTimeOffset StartedAt, TimeSpan Total, TimeSpan Held, DateTimeOffset? PausedAt)
{
    /// <summary>The time the clock has run. Never negative, although the server's clock may be set back.</summary>
    public TimeSpan Elapsed(DateTimeOffset now)
    {
        var elapsed = (PausedAt ?? now) - StartedAt - Held;
        return elapsed > TimeSpan.Zero ? elapsed : TimeSpan.Zero;
    }

    /// <summary>The time left; negative when the time is up.</summary>
    public TimeSpan Remaining(DateTimeOffset now) => Total - Elapsed(now);
}

/// <summary>A message from the facilitator to the participants' screens.</summary>
/// <param name="Text">The words.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sequence">Its place in the log. A message is removed by it.</param>
public sealed record Message(PlainText Text, DateTimeOffset At, long Sequence);

/// <summary>Why a pair asks for the facilitator.</summary>
public enum HelpReason
{
    /// <summary>Something does not work.</summary>
    Technical,

    /// <summary>Unsure what to do.</summary>
    Unsure,

    /// <summary>Needs more time.</summary>
    MoreTime,

    /// <summary>Finished early.</summary>
    DoneEarly,
}

/// <summary>A party's request for the facilitator.</summary>
/// <param name="Reason">Why.</param>
/// <param name="At">When it asked, UTC.</param>
/// <param name="By">Who asked.</param>
public sealed record HelpRequest(HelpReason Reason, DateTimeOffset At, Id<Person> By);
