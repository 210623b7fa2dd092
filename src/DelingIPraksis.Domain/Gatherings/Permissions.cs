using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Which roles may ask for which change: one table, so that it can be read and tested whole.</summary>
public static class Permissions
{
    /// <summary>Whether a role may ask for this kind of change at all; the rules then ask whether it fits the state.</summary>
    public static bool MayAsk(Role role, Change change) => role switch
    {
        Role.Application => true,
        Role.Organiser => IsLeading(change) || IsOwning(change),
        Role.Facilitator => IsLeading(change),
        Role.Participant => IsTakingPart(change) || IsAnswering(change),
        _ => change is GatheringCreated or GatheringImported,
    };

    /// <summary>What one who takes part does, for the own party.</summary>
    public static bool IsTakingPart(Change change) => change is
        TextWritten or ListeningNoted or FeedbackWritten or FeedbackHandedOver or FeedbackAnswered or
        NoteAdded or NoteEdited or NoteMoved or NoteDeleted or NoteRestored or NoteAgreed or NoteVoted or NoteAnswers or NoteLabelled or
        DoneSaid or HelpAsked or HelpAnswered or CommitmentMade or TurnPassed or PersonMoved;

    /// <summary>What one who has taken part does for the own party, also when the group work is over.</summary>
    public static bool IsAnswering(Change change) => change is ConsentGiven;

    /// <summary>What one who leads the group work does.</summary>
    public static bool IsLeading(Change change) => change is
        PersonAdmitted or PersonDeclined or PersonMoved or PersonShownOut or DoorSet or
        PairsProposed or PairWished or PairWishDropped or PairsShown or PairsTakenBack or
        RehearsalErased or LeadTaken or PhaseEntered or PairMoved or ClockPaused or ClockResumed or TimeAdded or TurnPassed or
        MessageSent or WallSet or NoteHidden or WorkshopClosed or WorkshopReopened or HelpAnswered or PartyInvited or PartyRenamed or PartyWithdrawn;

    /// <summary>What one who owns the gathering does.</summary>
    public static bool IsOwning(Change change) => change is
        GatheringErased or RetentionSet or
        GatheringDescribed or BlockPut or BlockDescribed or BlockMoved or BlockRemoved or TalkPut or TalkMoved or TalkRemoved or StaffAppointed or WorkshopPlanned or
        PointPut or PointMoved or PointRemoved or PointsPut or PointsRemoved or PointWorded or PointSourced or
        SectionPut or SectionRemoved or GroupPut or NotesGrouped or NotesLeftOut or
        ReportTextWritten or ReportChosen or ConsentAsked or ReportPublished or ReportWithdrawn;

    /// <summary>What the application itself does for somebody: the door checks the code before it lets a person in.</summary>
    public static bool IsOfTheApplication(Change change) => change is PersonJoined or PersonKnocked or NamesErased or GatheringCreated or GatheringImported;
}
