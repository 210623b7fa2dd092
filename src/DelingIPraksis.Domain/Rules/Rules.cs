using System.Diagnostics;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// The rules of a gathering, which are also the reducer of its log. Pure and total: an entry is accepted and gives the next gathering, or
/// is refused with a reason and changes nothing. One partial file for each subject.
/// </summary>
public static partial class Rules
{
    /// <summary>Decides whether an entry is accepted, and gives the gathering after it.</summary>
    /// <param name="before">The gathering before it.</param>
    /// <param name="entry">The entry, with its place, time and actor stamped.</param>
    public static Outcome Decide(Gathering before, Entry entry)
    {
        var outcome = Stand(before, entry);
        return outcome is Outcome.Accepted ? RefusedToday(before, entry.Change) ?? outcome : outcome;
    }

    // An entry in a log was accepted by the rules of its day. A change that is asked for now may be refused for more reasons
    // (RefusedToday).
    private static Outcome Stand(Gathering before, Entry entry)
    {
        var role = before.RoleOf(entry.Actor);
        if (entry.Change is IByAnyAccount)
            return before.Exists || before.Erased ? RefusalReason.AlreadyExists : Stamp(Begin(before, entry), entry);
        if (!before.Exists) return RefusalReason.NoSuchGathering;
        if (IsShownOut(before, entry.Actor)) return RefusalReason.ShownOut;
        if (!Permissions.MayAsk(role, entry.Change)) return RefusalReason.NotAllowed;
        if (role is Role.Participant or Role.Application && IsAfterEnd(before, entry.Change)) return RefusalReason.Closed;
        return Stamp(Apply(before, entry), entry);
    }

    /// <summary>Folds accepted entries, in order, onto a gathering.</summary>
    /// <exception cref="BrokenLogException">An entry is missing or is refused: the log is not as it was written.</exception>
    public static Gathering Fold(Gathering start, IEnumerable<Entry> entries) => entries.Aggregate(start, (gathering, entry) =>
        entry.Sequence != gathering.Sequence + 1 ? throw new BrokenLogException(start.Id.Value, gathering.Sequence + 1, isMissing: true)
        : Stand(gathering, entry) is Outcome.Accepted accepted ? accepted.Gathering
        : throw new BrokenLogException(start.Id.Value, entry.Sequence, isMissing: false));

    private static Outcome? RefusedToday(Gathering g, Change change) => change switch
    {
        PartyInvited c when IsThere(g, c.Party, c.Name, c.RegisterNumber) => RefusalReason.DuplicateParty,
        PartyRenamed c when IsThere(g, c.Party, c.Name, c.RegisterNumber) => RefusalReason.DuplicateParty,
        // Those who are in no pair are asked for their names since they are listed too.
        ConsentAsked { } c when g.Consent is { CalledOffAt: null, SilenceMeansYes: true } round && c.Until < round.Until
            && !EverybodyHasAnswered(g, unpairedToo: true) => RefusalReason.PromisedOtherwise,
        _ => null,
    };

    private static Outcome Apply(Gathering g, Entry entry) => entry.Change switch
    {
        GatheringErased => g with { Erased = true },
        RetentionSet c => SetRetention(g, c, entry.At),
        FaceTaken c => c.Face is { IsSound: false } ? RefusalReason.NotAllowed : g with { Face = c.Face },
        PersonErased c => ErasePerson(g, entry.Actor, c.Person),
        NamesErased => g with { NamesErasedAt = entry.At },
        RehearsalErased => g.RehearsalOf is null ? RefusalReason.NotAllowed : g with { Erased = true },
        GatheringDescribed c => Describe(g, c),
        BlockPut c => PutBlock(g, c.Block),
        BlockDescribed c => DescribeBlock(g, c),
        BlockMoved c => MoveBlock(g, c),
        BlockRemoved c => RemoveBlock(g, c.Block),
        PointsPlaced c => PlacePoints(g, c.After),
        TalkPut c => PutTalk(g, c),
        TalkMoved c => MoveTalk(g, c),
        TalkSetApart c => SetTalkApart(g, c),
        TalkRemoved c => RemoveTalk(g, c.Talk),
        WelcomeDescribed c => DescribeWelcome(g, c),
        PairsRecorded c => RecordPairs(g, c.Pairs),
        PartyAttended c => SayAttended(g, c),
        InvitationAnswered c => AnswerInvitation(g, c, entry.At),
        PartyInvited c => Invite(g, c),
        PartyRenamed c => Rename(g, c),
        PartyWithdrawn c => WithdrawParty(g, c.Party),
        StaffAppointed c => Appoint(g, c),
        WorkshopPlanned c => PlanWorkshop(g, c),
        PersonJoined c => Join(g, c),
        PersonKnocked c => Knock(g, c, entry.At),
        PersonAdmitted c => Admit(g, c.Person),
        PersonDeclined c => Decline(g, c.Person),
        PersonMoved c => Move(g, entry.Actor, c),
        PersonShownOut c => ShowOut(g, c),
        DoorSet c => SetDoor(g, c),
        PairsProposed c => Propose(g, c),
        PairsPreviewed c => Preview(g, c.Pairs),
        PartnerAnswered c => AnswerPartner(g, c),
        PairWished c => Wish(g, c.Wish),
        PairWishDropped c => DropWish(g, c),
        PairsShown => ShowPairs(g),
        PairsTakenBack => TakeBackPairs(g),
        LeadTaken c => TakeLead(g, c.User),
        PhaseEntered c => EnterPhase(g, c, entry.At),
        PairMoved c => MovePair(g, c, entry.At),
        ClockPaused c => PauseClock(g, c, entry.At),
        ClockResumed => ResumeClock(g, entry.At),
        TimeAdded c => AddTime(g, c),
        TurnPassed c => PassTurn(g, entry, c),
        MessageSent c => SendMessage(g, entry, c),
        WallSet c => SetWall(g, c),
        NoteHidden c => HideNote(g, c),
        WorkshopClosed c => Close(g, c, entry.At),
        WorkshopReopened c => Reopen(g, c, entry.At),
        PointPut c => PutPoint(g, c.Point),
        PointMoved c => MovePoint(g, c),
        PointRemoved c => RemovePoint(g, c.Point),
        PointsPut c => PutPoints(g, c.Points),
        PointsRemoved c => RemovePoints(g, c.Points),
        PointWorded c => WordPoint(g, c),
        PointSourced c => SourcePoint(g, c),
        PointConfirmed c => ConfirmPoint(g, c),
        SectionPut c => PutSection(g, c),
        SectionRemoved c => RemoveSection(g, c.Section),
        GroupPut c => PutGroup(g, c),
        NotesGrouped c => GroupNotes(g, c),
        NotesLeftOut c => LeaveOut(g, c),
        ReportTextWritten c => WriteReportText(g, c),
        ReportChosen c => g with { ReportChoices = c.Choices },
        ConsentAsked c => AskConsent(g, c, entry.At),
        ConsentGiven c => GiveConsent(g, c, entry),
        ConsentCalledOff => CallOffConsent(g, entry.At),
        ReportPublished c => g.RehearsalOf is null ? Publish(g, entry, c.Correction) : RefusalReason.NotAllowed,
        ReportWithdrawn => Withdraw(g),
        HelpAnswered c => AnswerHelp(g, entry, c),
        IByParticipant => ApplyForParty(g, entry),
        _ => throw NoRule(entry.Change),
    };

    private static Outcome Begin(Gathering g, Entry entry) => entry.Change switch
    {
        GatheringCreated c => Create(g, entry, c),
        GatheringImported c => Import(g, entry, c.Archive),
        _ => throw NoRule(entry.Change),
    };

    // Reached only when a change was added without a rule. A test fails on it first. A refusal would hide the fault.
    private static UnreachableException NoRule(Change change) => new($"{change.GetType().Name} has no rule.");

    private static Outcome Stamp(Outcome outcome, Entry entry) => outcome is Outcome.Accepted accepted
        ? accepted.Gathering with { Sequence = entry.Sequence, LastLed = IsLed(entry) ? entry.Sequence : accepted.Gathering.LastLed }
        : outcome;

    private static bool IsAfterEnd(Gathering g, Change change) =>
        g.Workshop.ClosedAt is not null && change is IByParticipant and not IAfterEnd;

    private static bool IsLed(Entry entry) => entry is { Actor: not Actor.Participant, Change: IByLeader };

    private static bool IsShownOut(Gathering g, Actor actor) =>
        actor is Actor.Participant participant && g.People.TryGetValue(participant.Person, out var membership) && membership.Removed;

    private static Outcome? TooLong(PlainText text, int limit) =>
        text.Length > limit ? new Refusal(RefusalReason.TooLong, limit) : (Outcome?)null;

    private static Outcome? Missing(PlainText text, int limit) => text.IsEmpty ? RefusalReason.Empty : TooLong(text, limit);

    private static Gathering WithWorkshop(Gathering g, Func<Workshop, Workshop> change) => g with { Workshop = change(g.Workshop) };
}
