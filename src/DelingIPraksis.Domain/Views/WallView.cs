using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What the wall («vegg») shows to everybody in the room: the phase, the clock and how many have come how far. It has counts only, no
/// names of parties and no texts, because strangers may pass by. Texts are shown only when the facilitator shows the notes.
/// </summary>
/// <param name="Network">The network that meets.</param>
/// <param name="Title">The title of the gathering.</param>
/// <param name="Theme">What the group work is about.</param>
/// <param name="Phase">The phase everybody is in, or null before it has begun.</param>
/// <param name="Position">Where in the plan everybody is; -1 before it has begun.</param>
/// <param name="Phases">How many phases there are.</param>
/// <param name="Clock">The clock, or null.</param>
/// <param name="Ended">Whether the group work has been ended.</param>
/// <param name="DoorOpen">Whether newcomers may join.</param>
/// <param name="Pairs">How many pairs have been shown.</param>
/// <param name="Progress">How many have done what the phase asks for, or null when the phase asks for nothing that can be counted.</param>
/// <param name="Barriers">Notes in that column, all pairs together; null before the board is open.</param>
/// <param name="Opportunities">Notes in that column, all pairs together; null before the board is open.</param>
/// <param name="Slide">The notes that the facilitator shows now, or null.</param>
/// <param name="SlideNumber">Which slide that is, from 1.</param>
/// <param name="Slides">How many slides there are.</param>
/// <param name="Published">Whether the report is published.</param>
public sealed record WallView(
    PlainText Network,
    PlainText Title,
    PlainText Theme,
    Phase? Phase,
    int Position,
    int Phases,
    PhaseClock? Clock,
    bool Ended,
    bool DoorOpen,
    int Pairs,
    WallProgress? Progress,
    int? Barriers,
    int? Opportunities,
    WallSlide? Slide,
    int SlideNumber,
    int Slides,
    bool Published = false
)
{
    /// <summary>The round everybody is in, from 1; 0 when the plan has only one.</summary>
    public int Round { get; init; }

    /// <summary>How the network shows itself, or null.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>The wall of a gathering.</summary>
    public static WallView For(Gathering gathering)
    {
        var workshop = gathering.Workshop;
        var board = workshop.HasReached(PhaseKind.Board);
        IReadOnlyList<WallSlide> slides = workshop.Wall.Notes ? WallSlides.Of(gathering) : [];
        var slide = Math.Min(workshop.Wall.Slide, slides.Count - 1);
        return new(
            gathering.Facts.Network, gathering.Facts.Title, workshop.Theme, workshop.Phase, workshop.Position, workshop.Plan.Count,
            workshop.Clock,
            workshop.ClosedAt is not null, gathering.DoorOpen, workshop.Pairs.Count, WallProgress.Of(gathering),
            board ? NotesOf(workshop, NoteKind.Barrier) : null,
            board ? NotesOf(workshop, NoteKind.Opportunity) : null,
            slide < 0 ? null : slides[slide], slide + 1, slides.Count, gathering.Publication is not null)
        {
            Round = workshop.Rounds > 1 ? workshop.Round + 1 : 0,
            Face = gathering.Face,
        };
    }

    private static int NotesOf(Workshop workshop, NoteKind kind) =>
        workshop.Work.Values.Sum(work => work.Notes.Count(note => !note.Deleted && note.Kind == kind));
}

/// <summary>How many have done what the phase asks for.</summary>
/// <param name="Counted">What is counted.</param>
/// <param name="Done">How many have done it.</param>
/// <param name="Total">Out of how many.</param>
public sealed record WallProgress(WallCount Counted, int Done, int Total)
{
    internal static WallProgress? Of(Gathering gathering)
    {
        var workshop = gathering.Workshop;
        return workshop.Phase?.Kind switch
        {
            null or PhaseKind.CheckIn => Here(gathering),
            PhaseKind.Writing => Parties(gathering, WallCount.PartiesWritten, work => !work.Text(TextField.Challenge).Text.IsEmpty),
            PhaseKind.Presentation => Pairs(
                workshop,
                WallCount.PairsPresented,
                pair => pair.Members.All(member => workshop.WorkOf(member).HasPresentedIn(pair.Round))
            ),
            PhaseKind.Feedback => Pairs(
                workshop,
                WallCount.PairsHandedOver,
                pair => pair.Members.All(member => HandedOver(workshop, pair, member))
            ),
            PhaseKind.Board => Pairs(workshop, WallCount.PairsNoted, pair => Notes(workshop, pair).Any()),
            PhaseKind.Prioritising => Pairs(workshop, WallCount.PairsVoted, pair => Notes(workshop, pair).Any(note => !note.Votes.IsEmpty)),
            PhaseKind.Summary => Parties(gathering, WallCount.PartiesCommitted, work => !work.Promises.IsEmpty),
            _ => null,
        };
    }

    private static bool HandedOver(Workshop workshop, Pair pair, Id<Party> member) =>
        workshop.WorkOf(member).FeedbackTo(pair.PresenterFor(member)).HandedOverAt is not null;

    private static IEnumerable<Note> Notes(Workshop workshop, Pair pair) =>
        pair.Members.SelectMany(member => workshop.WorkOf(member).Notes).Where(note => !note.Deleted && note.Round == pair.Round);

    private static WallProgress Here(Gathering gathering)
    {
        var here = gathering
            .People.Values.Where(membership => !membership.Removed)
            .Select(membership => membership.Party)
            .Distinct()
            .Count();
        return new(WallCount.PartiesHere, here, gathering.Parties.Count);
    }

    /// <summary>Parties in a pair are counted. Before there are pairs, parties that somebody has joined for.</summary>
    private static WallProgress Parties(Gathering gathering, WallCount counted, Func<PartyWork, bool> done)
    {
        var workshop = gathering.Workshop;
        var awaited = workshop.Pairs.IsEmpty
            ? [.. gathering.People.Values.Where(membership => !membership.Removed).Select(membership => membership.Party).Distinct()]
            : workshop.Pairs.SelectMany(pair => pair.Members).ToList();
        return new(counted, awaited.Count(party => done(workshop.WorkOf(party))), awaited.Count);
    }

    private static WallProgress? Pairs(Workshop workshop, WallCount counted, Func<Pair, bool> done) =>
        workshop.Pairs.IsEmpty ? null : new(counted, workshop.Pairs.Count(done), workshop.Pairs.Count);
}

/// <summary>What <see cref="WallProgress"/> counts.</summary>
public enum WallCount
{
    /// <summary>Parties that somebody has joined for.</summary>
    PartiesHere,

    /// <summary>Parties that have written a challenge.</summary>
    PartiesWritten,

    /// <summary>Pairs in which all have presented.</summary>
    PairsPresented,

    /// <summary>Pairs in which all have handed over their feedback.</summary>
    PairsHandedOver,

    /// <summary>Pairs that have a note on the board.</summary>
    PairsNoted,

    /// <summary>Pairs that have chosen something to bring to the plenary.</summary>
    PairsVoted,

    /// <summary>Parties that have said what they take home.</summary>
    PartiesCommitted,
}
