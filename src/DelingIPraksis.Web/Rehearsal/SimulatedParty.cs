using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>How a simulated party takes part.</summary>
internal enum ParticipantProfile
{
    /// <summary>It comes at once and does what is asked.</summary>
    Punctual,

    /// <summary>It gets stuck once, and asks for help.</summary>
    Unsure,

    /// <summary>It comes when the others have begun.</summary>
    Late,

    /// <summary>It never comes.</summary>
    Absent,
}

/// <summary>
/// Decides what a simulated party does next. It uses only what the party can see. So it continues correctly when the facilitator moves on,
/// moves back, pauses or changes the pairs, and after a restart.
/// </summary>
/// <param name="party">For whom it acts.</param>
/// <param name="number">Its number among the invited, from 0. It selects its texts.</param>
/// <param name="manner">How it takes part.</param>
internal sealed class SimulatedParty(Id<Party> party, int number, ParticipantProfile manner)
{
    private const int MostNotes = 4;

    /// <summary>For whom it acts.</summary>
    public Id<Party> Party => party;

    /// <summary>How it takes part.</summary>
    public ParticipantProfile ParticipantProfile => manner;

    /// <summary>
    /// Its one person, always with the same id. Hazard: rehearsals of older versions continue, and with another id the person would join
    /// twice.
    /// </summary>
    public Id<Person> Person { get; } = new(DerivedId.Unversioned($"{party.Value}/person"));

    /// <summary>Whether it has come when everybody is in this phase.</summary>
    public bool Comes(PhaseKind? phase) => manner switch
    {
        ParticipantProfile.Absent => false,
        ParticipantProfile.Late => phase >= PhaseKind.Presentation,
        _ => true,
    };

    /// <summary>The next change, or null when it waits.</summary>
    /// <param name="view">What it sees.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public Change? Next(GatheringView view, double chance)
    {
        if (view.ClosedAt is not null || view.Clock is { PausedAt: not null } || view.Work(party) is not { } own) return null;
        Change? next = (view.Phase?.Kind, view.OwnPair) switch
        {
            (PhaseKind.Writing, _) => Write(own, number),
            (PhaseKind.Presentation, { } pair) => pair.Presenter == party && pair.Turn + 1 < pair.Members.Count && chance < .2
                ? new TurnPassed(pair.Id, pair.Turn + 1)
                : null,
            (PhaseKind.Feedback, { } pair) => (Change?)Answer(view, pair) ?? Comment(view, own, pair),
            (PhaseKind.Board, { } pair) => Note(view, pair, chance),
            (PhaseKind.Prioritising, { } pair) => Vote(view, pair),
            (PhaseKind.Summary, _) when own.Promises.IsEmpty => new PromisePut(
                new(DerivedId.Of($"promise/{view.Id}/{party}")),
                new Commitment(RehearsalWords.Commitment(number), RehearsalWords.Owner(number), null)
            ),
            _ => null,
        };
        return next ?? (AwaitsFeedback(view) ? null : Done(view, own));
    }

    private static TextWritten? Write(WorkView own, int number)
    {
        foreach (var field in Enum.GetValues<TextField>())
            if (own.Text(field) is { Text.IsEmpty: true } text && RehearsalWords.Text(field, number) is { } words)
                return new TextWritten(field, words, text.Revision);
        return null;
    }

    private Change? Comment(GatheringView view, WorkView own, Pair pair)
    {
        var to = pair.PresenterFor(party);
        var feedback = own.FeedbackTo(to);
        if (feedback.HandedOverAt is not null || view.Work(to) is not { Presented: true }) return null;
        foreach (var prompt in new[] { FeedbackPrompt.Recognise, FeedbackPrompt.Missing, FeedbackPrompt.WouldDo })
            if (feedback.Reply(prompt) is { Text.IsEmpty: true } reply)
                return new FeedbackWritten(to, prompt, RehearsalWords.Reply(prompt, number), reply.Revision);
        return new FeedbackHandedOver(to);
    }

    private FeedbackAnswered? Answer(GatheringView view, Pair pair)
    {
        var from = pair.CommenterOf(party);
        return view.Work(from)?.FeedbackTo(party) is { HandedOverAt: not null, Answer: { Text.IsEmpty: true } answer }
            ? new FeedbackAnswered(from, RehearsalWords.Answer(number), answer.Revision)
            : null;
    }

    private Change? Note(GatheringView view, Pair pair, double chance)
    {
        var board = view.Board(pair);
        var own = board.Where(note => note.Where.Party == party).ToList();
        if (manner == ParticipantProfile.Unsure && own.Count == 1 && view.Work(party)!.Help is null)
            return new HelpAsked(HelpReason.Unsure);
        if (chance < .3 && board.FirstOrDefault(note => note.Where.Party != party && !note.Note.AgreedBy.Contains(party)) is { } theirs)
            return new NoteAgreed(theirs.Where, true);
        if (own.Count >= MostNotes) return null;
        var kind = own.Count % 2 == 0 ? NoteKind.Barrier : NoteKind.Opportunity;
        return new NoteAdded(new Id<Note>(Guid.CreateVersion7()), kind, RehearsalWords.Note(kind, (number * 2) + (own.Count / 2)));
    }

    private NoteVoted? Vote(GatheringView view, Pair pair) =>
        view.VotesLeft > 0 && view.Board(pair).FirstOrDefault(note => !note.Note.Votes.Contains(party)) is { } wanted
            ? new NoteVoted(wanted.Where, true)
            : null;

    // A party that must still answer feedback is not done.
    private bool AwaitsFeedback(GatheringView view) => view is { Phase.Kind: PhaseKind.Feedback, OwnPair: { } pair }
        && view.Work(pair.CommenterOf(party)) is { } partner && partner.FeedbackTo(party).HandedOverAt is null;

    private static DoneSaid? Done(GatheringView view, WorkView own) =>
        view.Phase?.Kind is not (null or PhaseKind.Presentation or PhaseKind.Plenary) && !own.IsDoneAt(view.Position)
            ? new DoneSaid(true)
            : null;
}
