using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome ApplyForParty(Gathering g, Entry entry)
    {
        if (g.PartyOf(entry.Actor) is not { } party) return RefusalReason.NotAllowed;
        var by = ((Actor.Participant)entry.Actor).Person;
        return entry.Change switch
        {
            TextWritten c => WriteText(g, entry, party, by, c),
            ListeningNoted c => NoteListening(g, entry, party, by, c),
            FeedbackWritten c => WriteFeedback(g, entry, party, by, c),
            FeedbackHandedOver c => HandOver(g, entry, party, c.To),
            FeedbackAnswered c => AnswerFeedback(g, entry, party, by, c),
            NoteAdded c => AddNote(g, entry, party, by, c),
            NoteEdited c => EditNote(g, entry, party, c),
            NoteMoved c => MoveNote(g, entry, party, c),
            NoteAnswers c => AnswerBarrier(g, entry, party, c),
            NoteLabelled c => LabelNote(g, entry, party, c),
            NoteDeleted c => ChangeOwnNote(g, entry, party, c.Note, note => note with { Deleted = true }),
            NoteRestored c => RestoreNote(g, entry, party, c.Note),
            NoteAgreed c => Agree(g, entry, party, c),
            NoteVoted c => Vote(g, entry, party, c),
            DoneSaid { At: { } at } when at != PlaceOf(g, party).Position => RefusalReason.StepIsOver,
            DoneSaid c => ChangeWork(g, entry, party, work => work with { DoneAt = c.Done ? PlaceOf(g, party).Position : null }),
            HelpAsked c => ChangeWork(g, entry, party, work => work with { Help = new(c.Reason, entry.At, by), HelpAnsweredAt = null }),
            CommitmentMade c => Commit(g, entry, party, c.Commitment),
            PromisePut c => Put(g, entry, party, c),
            PromiseWithdrawn c => Withdraw(g, entry, party, c),
            PromiseWitnessed c => Witness(g, entry, party, c),
            _ => throw NoRule(entry.Change),
        };
    }

    private static Outcome WriteText(Gathering g, Entry entry, Id<Party> party, Id<Person> by, TextWritten c) =>
        Rewrite(g.Workshop.WorkOf(party).Text(c.Field), c.Text, c.BasedOn, by,
            text => ChangeWork(g, entry, party, work => work with { Texts = work.Texts.SetItem(c.Field, text) }));

    private static Outcome NoteListening(Gathering g, Entry entry, Id<Party> party, Id<Person> by, ListeningNoted c)
    {
        if (NotPartner(g, party, c.About) is { } fault) return fault;
        return Rewrite(g.Workshop.WorkOf(party).ListeningTo(c.About), c.Text, c.BasedOn, by,
            text => ChangeWork(g, entry, party, work => work with { Listening = work.Listening.SetItem(c.About, text) }));
    }

    private static Outcome WriteFeedback(Gathering g, Entry entry, Id<Party> party, Id<Person> by, FeedbackWritten c)
    {
        if (NotPartner(g, party, c.To) is { } fault) return fault;
        if (!g.Workshop.WorkOf(c.To).HasPresentedIn(g.Workshop.Round)) return RefusalReason.NotYet;
        var feedback = g.Workshop.WorkOf(party).FeedbackTo(c.To);
        return Rewrite(feedback.Reply(c.Prompt, c.Part), c.Text, c.BasedOn, by,
            text => ChangeFeedback(g, entry, party, c.To, feedback.With(c.Prompt, c.Part, text)));
    }

    private static Outcome HandOver(Gathering g, Entry entry, Id<Party> party, Id<Party> to)
    {
        if (NotPartner(g, party, to) is { } fault) return fault;
        var feedback = g.Workshop.WorkOf(party).FeedbackTo(to);
        if (feedback.IsEmpty) return RefusalReason.Empty;
        return ChangeFeedback(g, entry, party, to, feedback with { HandedOverAt = feedback.HandedOverAt ?? entry.At });
    }

    private static Outcome AnswerFeedback(Gathering g, Entry entry, Id<Party> party, Id<Person> by, FeedbackAnswered c)
    {
        // The answer is possible also after the pairs have changed: the feedback was handed over to this party.
        var feedback = g.Workshop.WorkOf(c.From).FeedbackTo(party);
        if (feedback.HandedOverAt is null) return RefusalReason.NotYet;
        return Rewrite(
            feedback.Answer,
            c.Text,
            c.BasedOn,
            by,
            text => ChangeFeedback(g, entry, c.From, party, feedback with { Answer = text })
        );
    }

    private static Outcome AnswerHelp(Gathering g, Entry entry, HelpAnswered c)
    {
        var own = g.PartyOf(entry.Actor);
        if (own is { } asker && asker != c.Party) return RefusalReason.NotAllowed;
        if (!g.Parties.ContainsKey(c.Party)) return RefusalReason.NoSuchParty;
        if (TooLong(c.Words, Limits.Line) is { } fault) return fault;
        var before = g.Workshop.WorkOf(c.Party);
        var work = before with { Help = null };
        // Only an open help request can be answered. A party that withdraws its request has not been answered.
        if (own is null && before.Help is not null)
        {
            work = work with { HelpAnsweredAt = g.Workshop.PlaceOf(g.Workshop.PairOf(c.Party)).Position };
            if (!c.Words.IsEmpty) work = work with { Messages = With(work.Messages, c.Words, entry) };
        }

        return WithWorkshop(g, workshop => workshop with { Work = workshop.Work.SetItem(c.Party, work) });
    }

    /// <summary>
    /// A text that several people edit is changed only from the revision that was read. Otherwise one would overwrite the other's words
    /// unseen.
    /// </summary>
    private static Outcome Rewrite(WrittenText before, PlainText text, int basedOn, Id<Person> by, Func<WrittenText, Outcome> accept)
    {
        if (TooLong(text, Limits.Text) is { } fault) return fault;
        if (basedOn == before.Revision) return accept(new WrittenText(text, before.Revision + 1, by));
        return before.Text == text ? accept(before) : RefusalReason.ChangedByOther;
    }

    private static Place PlaceOf(Gathering g, Id<Party> party) => g.Workshop.PlaceOf(g.Workshop.PairOf(party));

    private static bool HasReached(Gathering g, Id<Party> party, PhaseKind kind) => g.Workshop.HasReached(kind, g.Workshop.PairOf(party));

    private static Outcome? NotPartner(Gathering g, Id<Party> party, Id<Party> other)
    {
        if (g.Workshop.PairOf(party) is not { } pair) return RefusalReason.NotPaired;
        return other != party && pair.Members.Contains(other) ? null : RefusalReason.NotPartner;
    }

    private static Outcome ChangeFeedback(Gathering g, Entry entry, Id<Party> from, Id<Party> to, Feedback feedback) =>
        ChangeWork(g, entry, from, work => work with { Feedback = work.Feedback.SetItem(to, feedback) });

    private static Outcome ChangeWork(Gathering g, Entry entry, Id<Party> party, Func<PartyWork, PartyWork> change)
    {
        var work = change(g.Workshop.WorkOf(party)) with { LastActive = entry.At };
        return WithWorkshop(g, workshop => workshop with { Work = workshop.Work.SetItem(party, work) });
    }
}
