using System.Collections.Immutable;
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
        if (entry.Change is PairsProposed or PairWished or PairWishDropped or ReportTextWritten || IsAtTheDesk(entry.Change)) return OnStaff;
        if (entry.Change is HelpAnswered help) return new(false, [help.Party]);
        if (entry.Change is TurnPassed turn) return new(false, [.. after.Workshop.Pairs.Find(pair => pair.Id == turn.Pair)?.Members ?? []]);
        if (!Permissions.IsTakingPart(entry.Change) || after.PartyOf(entry.Actor) is not { } party) return OnEverybody;
        return new(false, entry.Change switch
        {
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

    /// <summary>This impact and another.</summary>
    public Impact And(Impact other) => Everybody || other.Everybody ? OnEverybody : new(false, Parties.Union(other.Parties));
}
