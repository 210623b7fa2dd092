using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Which slices of a gathering an entry touched, so that a note wakes the screens of its pair and not a thousand others.</summary>
/// <param name="Everybody">Whether every screen is concerned.</param>
/// <param name="Parties">The parties whose work it touched.</param>
public sealed record Impact(bool Everybody, ImmutableHashSet<Id<Party>> Parties)
{
    /// <summary>Every screen is concerned.</summary>
    public static readonly Impact OnEverybody = new(true, []);

    /// <summary>Only those who lead, own or follow are concerned.</summary>
    public static readonly Impact OnStaff = new(false, []);

    /// <summary>The impact of an accepted entry on the gathering as it is after it.</summary>
    public static Impact Of(Gathering after, Entry entry)
    {
        if (entry.Change is PersonKnocked or PersonDeclined or PairsProposed or PairWished or PairWishDropped or ReportTextWritten or ReportChosen || IsAtTheDesk(entry.Change) || IsOfTheProgramme(entry.Change)) return OnStaff;
        // A thousand come within ten seconds, and each would otherwise wake all who are there already.
        if (entry.Change is PersonJoined joined) return new(false, [joined.Party]);
        if (entry.Change is ConsentGiven { Party: { } named }) return new(false, [named]);
        if (entry.Change is HelpAnswered help) return new(false, [help.Party]);
        if (PairOf(entry.Change) is { } one) return new(false, [.. after.Workshop.Pairs.Find(pair => pair.Id == one)?.Members ?? []]);
        if (entry.Change is MessageSent { To: { } some }) return new(false, [.. some]);
        if (entry.Change is PersonMoved || !(Permissions.IsTakingPart(entry.Change) || Permissions.IsAnswering(entry.Change)) || after.PartyOf(entry.Actor) is not { } party) return OnEverybody;
        return new(false, entry.Change switch
        {
            // What was written down for the partner touches the partner's work; which of the two is not worth finding out.
            NoteAdded or NoteEdited or NoteMoved or NoteDeleted or NoteRestored or NoteAnswers or NoteLabelled =>
                [.. after.Workshop.PairOf(party)?.Members ?? [], party],
            NoteAgreed agreed => [party, agreed.Note.Party],
            NoteVoted voted => [party, voted.Note.Party],
            FeedbackAnswered answered => [party, answered.From],
            FeedbackHandedOver handed => [party, handed.To],
            _ => [party],
        });
    }

    private static bool IsAtTheDesk(Change change) => change is
        PointPut or PointMoved or PointRemoved or PointsPut or PointsRemoved or PointWorded or PointSourced or
        SectionPut or SectionRemoved or GroupPut or NotesGrouped or NotesLeftOut;

    // Talks and blocks stand in the report and on no screen of those who take part.
    private static bool IsOfTheProgramme(Change change) => change is BlockPut or BlockDescribed or BlockMoved or BlockRemoved or TalkPut or TalkMoved or TalkRemoved;

    private static Id<Pair>? PairOf(Change change) => change switch
    {
        TurnPassed turn => turn.Pair,
        PairMoved moved => moved.Pair,
        TimeAdded added => added.Pair,
        _ => null,
    };

    /// <summary>This impact and another.</summary>
    public Impact And(Impact other) => Everybody || other.Everybody ? OnEverybody : new(false, Parties.Union(other.Parties));
}
