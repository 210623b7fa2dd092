using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>What one party has written, as far as one actor may read it.</summary>
public sealed class WorkView
{
    private readonly PartyWork _work;
    private readonly bool _own;
    private readonly Pair? _only;

    /// <param name="work">What the party has written.</param>
    /// <param name="own">Whether it is the actor's own party.</param>
    /// <param name="presented">Whether challenge and solutions have been presented to the actor.</param>
    /// <param name="only">The pair whose feedback the actor may read; null for all that is handed over.</param>
    internal WorkView(PartyWork work, bool own, bool presented, Pair? only) =>
        (_work, _own, Presented, _only) = (work, own, presented, only);

    /// <summary>Whose work.</summary>
    public Id<Party> Party => _work.Party;

    /// <summary>Whether it has been presented: to the partner of now, or, for those who follow all pairs, to anybody.</summary>
    public bool Presented { get; }

    /// <summary>Whether the actor may read challenge and solutions.</summary>
    public bool MayRead => _own || Presented;

    /// <summary>A field; empty when it is private to another party.</summary>
    public WrittenText Text(TextField field) => MayRead ? _work.Text(field) : WrittenText.None;

    /// <summary>The feedback given to another party; none when it is private.</summary>
    public Feedback FeedbackTo(Id<Party> other)
    {
        var feedback = _work.FeedbackTo(other);
        return _own || (feedback.HandedOverAt is not null && _only?.Members.Contains(other) != false) ? feedback : Feedback.None;
    }

    /// <summary>The party's own notes while another presented; empty to everybody else.</summary>
    public WrittenText ListeningTo(Id<Party> other) => _own ? _work.ListeningTo(other) : WrittenText.None;

    /// <summary>
    /// What the party takes home. Why a promise was dropped is only for the party itself and for those who follow all pairs.
    /// </summary>
    public ImmutableList<Promise> Promises => _own || ReadsReasons ? _work.Promises : _work.Promises.ConvertAll(promise =>
        promise.Answer is { } answer ? promise with { Answer = answer with { Why = "" } } : promise);

    /// <summary>The promises that the party has withdrawn and can restore; none for others.</summary>
    public ImmutableList<Promise> WithdrawnPromises => _own ? _work.EveryPromise?.FindAll(promise => promise.Withdrawn) ?? [] : [];

    internal bool ReadsReasons { get; init; }

    /// <summary>The request for the facilitator, or null.</summary>
    public HelpRequest? Help => _work.Help;

    /// <summary>Whether those who lead have answered its question in the phase at a place in the plan.</summary>
    public bool IsHelpAnsweredAt(int position) => _work.HelpAnsweredAt == position;

    /// <summary>Whether the party has said it is done with the phase at a place in the plan.</summary>
    public bool IsDoneAt(int position) => position >= 0 && _work.DoneAt == position;
}

/// <summary>How far a party has come, in figures only.</summary>
/// <param name="Challenge">Length of the challenge, UTF-16 units.</param>
/// <param name="Solutions">Length of the solutions, UTF-16 units.</param>
/// <param name="Feedback">Length of the feedback it gives, UTF-16 units.</param>
/// <param name="HandedOver">Whether its feedback is handed over.</param>
/// <param name="Answered">Whether it has answered the feedback it got.</param>
/// <param name="Barriers">Its notes in that column.</param>
/// <param name="Opportunities">Its notes in that column.</param>
/// <param name="Done">Whether it has said it is done with the phase everybody is in.</param>
/// <param name="Help">That it asks for the facilitator, or null.</param>
/// <param name="LastActive">When it last wrote, UTC, or null.</param>
public sealed record Progress(
    int Challenge,
    int Solutions,
    int Feedback,
    bool HandedOver,
    bool Answered,
    int Barriers,
    int Opportunities,
    bool Done,
    HelpRequest? Help,
    DateTimeOffset? LastActive
)
{
    /// <summary>Whether it has written anything that is there now.</summary>
    public bool HasWritten => Challenge + Solutions + Feedback + Barriers + Opportunities > 0;

    internal static Progress Of(PartyWork work, Workshop workshop) => new(
        work.Text(TextField.Challenge).Text.Length,
        work.Text(TextField.Solutions).Text.Length,
        Given(work, workshop).Sum(feedback => feedback.Written().Sum(reply => reply.Text.Length)),
        Given(work, workshop).Any(feedback => feedback.HandedOverAt is not null),
            workshop.PairOf(work.Party) is { } pair
                && !workshop.WorkOf(pair.CommenterOf(work.Party)).FeedbackTo(work.Party).Answer.Text.IsEmpty,
        work.Notes.Count(note => note is { Deleted: false, Kind: NoteKind.Barrier } && note.Round == workshop.Round),
        work.Notes.Count(note => note is { Deleted: false, Kind: NoteKind.Opportunity } && note.Round == workshop.Round),
        workshop.PlaceOf(workshop.PairOf(work.Party)).Position is var position && position >= 0 && work.DoneAt == position,
        work.Help,
        work.LastActive);

    // In a later round, what it gives to its partner there.
    private static IEnumerable<Feedback> Given(PartyWork work, Workshop workshop) => work.Feedback
        .Where(given => workshop.Round == 0 || workshop.PairOf(work.Party)?.Members.Contains(given.Key) == true)
        .Select(given => given.Value);
}
