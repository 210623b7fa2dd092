using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome AddNote(Gathering g, Entry entry, Id<Party> party, Id<Person> by, NoteAdded c)
    {
        if (!HasReached(g, party, PhaseKind.Board)) return RefusalReason.NotYet;
        if (g.Workshop.PairOf(party) is null) return RefusalReason.NotPaired;
        var owner = c.For ?? party;
        if (owner != party && NotPartner(g, party, owner) is { } stranger) return stranger;
        if (Missing(c.Text, Limits.Note) is { } fault) return fault;
        var work = g.Workshop.WorkOf(owner);
        if (IsFull(work, owner, party) is { } full) return full;
        if (work.Notes.Exists(note => note.Id == c.Note)) return RefusalReason.AlreadyExists;
        var added = new Note(c.Note, c.Kind, c.Text, by, entry.At, entry.Sequence)
        {
            WrittenBy = owner == party ? null : party,
            Round = g.Workshop.Round,
        };
        return ChangeWork(g, entry, owner, own => own with { Notes = own.Notes.Add(added) });
    }

    private static Outcome RestoreNote(Gathering g, Entry entry, Id<Party> party, Id<Note> id)
    {
        if (
            OwnerOf(g, party, id) is { } owner
            && FindNote(g, new(owner, id)) is { Deleted: true } note
            && IsFull(g.Workshop.WorkOf(owner), owner, note.WrittenBy ?? owner, returns: true) is { } full
        )
            return full;
        return ChangeOwnNote(g, entry, party, id, before => before with { Deleted = false }, deleted: true);
    }

    /// <summary>
    /// Each side of a board has its own limit, so that a party cannot use up the partner's. A deleted note no longer counts. The limit on
    /// all notes ever written is so high that only a program reaches it.
    /// </summary>
    private static Outcome? IsFull(PartyWork work, Id<Party> owner, Id<Party> writer, bool returns = false)
    {
        var side = work.Notes.Where(note => (note.WrittenBy ?? owner) == writer).ToList();
        if (side.Count(note => !note.Deleted) >= Limits.NotesOfParty) return new Refusal(RefusalReason.TooMany, Limits.NotesOfParty);
        return !returns && side.Count >= Limits.NotesEver ? new Refusal(RefusalReason.TooMany, Limits.NotesEver) : (Outcome?)null;
    }

    private static Outcome EditNote(Gathering g, Entry entry, Id<Party> party, NoteEdited c)
    {
        if (Missing(c.Text, Limits.Note) is { } fault) return fault;
        if (FindOwnNote(g, party, c.Note) is not { Deleted: false } note) return RefusalReason.NoSuchNote;
        if (note.Revision != c.BasedOn && note.Text != c.Text) return RefusalReason.ChangedByOther;
        return ChangeOwnNote(g, entry, party, c.Note, before => before with { Text = c.Text, Revision = before.Revision + 1 });
    }

    private static Outcome MoveNote(Gathering g, Entry entry, Id<Party> party, NoteMoved c) => ChangeOwnNote(g, entry, party, c.Note,
        note => note with { Kind = c.Kind, Answers = c.Kind == NoteKind.Opportunity ? note.Answers : null });

    private static Outcome LabelNote(Gathering g, Entry entry, Id<Party> party, NoteLabelled c)
    {
        if (TooLong(c.Theme, Limits.Theme) is { } fault) return fault;
        PlainText theme = c.Theme.Value.ReplaceLineEndings(" ");
        return ChangeOwnNote(g, entry, party, c.Note, note => note with { Theme = theme, To = c.To });
    }

    private static Outcome Agree(Gathering g, Entry entry, Id<Party> party, NoteAgreed c)
    {
        if (c.Note.Party == party) return RefusalReason.OwnNote;
        if (NotPartner(g, party, c.Note.Party) is { } fault) return fault;
        if (FindNote(g, c.Note)?.Round != g.Workshop.Round) return RefusalReason.NoSuchNote;
        return ChangeNote(
            g,
            entry,
            c.Note.Party,
            c.Note.Note,
            note => note with { AgreedBy = c.Agrees ? note.AgreedBy.Add(party) : note.AgreedBy.Remove(party) }
        );
    }

    private static Outcome Vote(Gathering g, Entry entry, Id<Party> party, NoteVoted c)
    {
        if (!HasReached(g, party, PhaseKind.Prioritising)) return RefusalReason.NotYet;
        if (g.Workshop.PairOf(party) is not { } pair) return RefusalReason.NotPaired;
        if (!pair.Members.Contains(c.Note.Party)) return RefusalReason.NotPartner;
        if (FindNote(g, c.Note) is not { Deleted: false } voted || voted.Round != pair.Round) return RefusalReason.NoSuchNote;
        if (c.Wants && !voted.Votes.Contains(party) && VotesLeft(g.Workshop, pair, party) == 0)
            return new Refusal(RefusalReason.NoVotesLeft, Limits.Votes);
        return ChangeNote(
            g,
            entry,
            c.Note.Party,
            c.Note.Note,
            note => note with { Votes = c.Wants ? note.Votes.Add(party) : note.Votes.Remove(party) }
        );
    }

    private static Outcome AnswerBarrier(Gathering g, Entry entry, Id<Party> party, NoteAnswers c)
    {
        if (FindOwnNote(g, party, c.Note) is not { Deleted: false, Kind: NoteKind.Opportunity } answer) return RefusalReason.NoSuchNote;
        if (c.Barrier is { } barrier)
        {
            if (barrier.Party != party && NotPartner(g, party, barrier.Party) is { } fault) return fault;
            if (FindNote(g, barrier) is not { Deleted: false, Kind: NoteKind.Barrier } answered || answered.Round != answer.Round)
                return RefusalReason.NoSuchNote;
        }

        return ChangeOwnNote(g, entry, party, c.Note, note => note with { Answers = c.Barrier });
    }

    /// <summary>How many votes a party has left, 0 to <see cref="Limits.Votes"/>. A vote on a deleted note no longer counts.</summary>
    internal static int VotesLeft(Workshop workshop, Pair pair, Id<Party> party) => Math.Max(0, Limits.Votes -
        pair.Members.SelectMany(member => workshop.WorkOf(member).Notes)
            .Count(note => !note.Deleted && note.Round == pair.Round && note.Votes.Contains(party)));

    /// <summary>Whether a party may edit, move, label and delete a note: its own, or one it wrote down for its partner.</summary>
    internal static bool MayChange(Id<Party> party, Id<Party> owner, Note note) => owner == party || note.WrittenBy == party;

    /// <summary>The owner of a note that a party may change, or null when there is no such note.</summary>
    private static Id<Party>? OwnerOf(Gathering g, Id<Party> party, Id<Note> id)
    {
        if (FindNote(g, new NoteRef(party, id)) is not null) return party;
        foreach (var partner in g.Workshop.PairOf(party)?.Members ?? [])
            if (FindNote(g, new NoteRef(partner, id)) is { } note && MayChange(party, partner, note)) return partner;
        return null;
    }

    private static Note? FindOwnNote(Gathering g, Id<Party> party, Id<Note> id) =>
        OwnerOf(g, party, id) is { } owner ? FindNote(g, new NoteRef(owner, id)) : null;

    private static Outcome ChangeOwnNote(
        Gathering g,
        Entry entry,
        Id<Party> party,
        Id<Note> id,
        Func<Note, Note> change,
        bool deleted = false
    ) => OwnerOf(g, party, id) is { } owner ? ChangeNote(g, entry, owner, id, change, deleted) : RefusalReason.NoSuchNote;

    internal static Note? FindNote(Gathering g, NoteRef where) => g.Workshop.WorkOf(where.Party).Notes.Find(note => note.Id == where.Note);

    private static Outcome ChangeNote(Gathering g, Entry entry, Id<Party> owner, Id<Note> id, Func<Note, Note> change, bool deleted = false)
    {
        var place = g.Workshop.WorkOf(owner).Notes.FindIndex(note => note.Id == id && note.Deleted == deleted);
        if (place < 0) return RefusalReason.NoSuchNote;
        return ChangeWork(g, entry, owner, work => work with { Notes = work.Notes.SetItem(place, change(work.Notes[place])) });
    }
}
