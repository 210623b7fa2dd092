using System.Collections.Immutable;
using System.Security.Cryptography;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// How what a facilitator has done is undone: by changes of the same kind in the opposite direction, never by taking entries out of the
/// log. What others have written meanwhile stays.
/// </summary>
public static class Undo
{
    /// <summary>The changes that undo an entry, in the order in which they are asked for; none when it cannot be undone.</summary>
    /// <param name="before">The gathering as it was before the entry.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="now">When it is undone, UTC: a clock that is taken up again has been held meanwhile.</param>
    public static ImmutableList<Change> Of(Gathering before, Entry entry, DateTimeOffset now)
    {
        var workshop = before.Workshop;
        return entry.Change switch
        {
            PhaseEntered c => [new PhaseEntered(c.To, c.From, TakenUp(workshop.Clock, entry.At, now)), .. Turns(workshop)],
            PairMoved c => [new PairMoved(c.Pair, c.To, c.From)],
            ClockPaused => [new ClockResumed()],
            ClockResumed => [new ClockPaused()],
            TimeAdded c => [c with { Minutes = -c.Minutes }],
            TurnPassed c when workshop.Pairs.Find(pair => pair.Id == c.Pair) is { } pair => [new TurnPassed(c.Pair, pair.Turn)],
            MessageSent { To: null } => [new MessageSent(workshop.Message?.Text ?? PlainText.Empty)],
            MessageSent { To: { } to } => [new MessageSent(PlainText.Empty, to)],
            PairsProposed => [new PairsProposed(workshop.Proposal)],
            PairsShown when workshop.Pairs.IsEmpty => [new PairsTakenBack()],
            PairsShown => [new PairsProposed(workshop.Pairs), new PairsShown()],
            PairsTakenBack => [new PairsShown()],
            PairWished c => [(Change?)Wished(workshop, c.Wish.One, c.Wish.Other) ?? new PairWishDropped(c.Wish.One, c.Wish.Other)],
            PairWishDropped c when Wished(workshop, c.One, c.Other) is { } wished => [wished],
            PersonShownOut c => [c with { Back = !c.Back }],
            PersonMoved c when before.People.TryGetValue(c.Person, out var membership) => [c with { Party = membership.Party }],
            DoorSet => [new DoorSet(before.DoorOpen, before.DoorGuarded)],
            WallSet => [new WallSet(workshop.Wall.Notes, workshop.Wall.Names, workshop.Wall.Slide)],
            NoteHidden c => [c with { Hidden = !c.Hidden }],
            LeadTaken when workshop.Lead is { } lead => [new LeadTaken(lead)],
            WorkshopClosed => [new WorkshopReopened()],
            WorkshopReopened => [new WorkshopClosed()],
            _ => [],
        };
    }

    /// <summary>
    /// The id of a change that undoes another, made from the other's: asked for twice it is one change, and whoever reads the log sees
    /// what has been undone. A UUID of version 8 (RFC 9562), which is for such use.
    /// </summary>
    /// <param name="changeId">What is undone.</param>
    /// <param name="index">Which of the changes that undo it, from 0.</param>
    public static Guid IdOf(Guid changeId, int index)
    {
        Span<byte> hashed = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> source = stackalloc byte[20];
        changeId.TryWriteBytes(source);
        BitConverter.TryWriteBytes(source[16..], index);
        SHA256.HashData(source, hashed);
        hashed[6] = (byte)((hashed[6] & 0x0F) | 0x80);
        hashed[8] = (byte)((hashed[8] & 0x3F) | 0x80);
        return new Guid(hashed[..16], bigEndian: true);
    }

    /// <summary>Whether a change with this id undid another.</summary>
    public static bool IsUndo(Guid changeId) => changeId.Version == 8;

    /// <summary>Whether entries with this change can be undone at all.</summary>
    public static bool CanUndo(Change change) => change is
        PhaseEntered or PairMoved or ClockPaused or ClockResumed or TimeAdded or TurnPassed or MessageSent or PairsProposed or PairsShown or PairsTakenBack or
        PairWished or PairWishDropped or PersonShownOut or PersonMoved or DoorSet or WallSet or NoteHidden or LeadTaken or WorkshopClosed or WorkshopReopened;

    private static PhaseClock? TakenUp(PhaseClock? clock, DateTimeOffset left, DateTimeOffset now) =>
        clock is { PausedAt: null } && now > left ? clock with { Held = clock.Held + (now - left) } : clock;

    private static IEnumerable<Change> Turns(Workshop workshop) =>
        workshop.Phase is { HasTurns: true } ? workshop.Pairs.Where(pair => pair is { Turn: > 0, Own: null }).Select(pair => new TurnPassed(pair.Id, pair.Turn)) : [];

    private static PairWished? Wished(Workshop workshop, Id<Party> one, Id<Party> other) =>
        workshop.Wishes.Find(wish => wish.IsAbout(one, other)) is { } wish ? new PairWished(wish) : null;
}
