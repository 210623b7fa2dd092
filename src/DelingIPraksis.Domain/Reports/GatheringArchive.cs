using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// What is kept of a gathering when it leaves this service, and what a gathering can be made of again: the programme, who was there, who
/// sat with whom, what was presented, handed over and put on the board, and the report. Nothing that was private, and no person.
/// </summary>
/// <remarks>
/// It is made of the same slices as the gathering itself, so that what a slice learns to hold is kept without a word here.
/// </remarks>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Blocks">The programme.</param>
/// <param name="Parties">Who was invited, in order.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Plan">Its phases.</param>
/// <param name="ClosedAt">When the group work was ended, UTC, or null.</param>
/// <param name="Pairs">Who sat with whom.</param>
/// <param name="Work">What each party has shown to others; those that have shown nothing are left out.</param>
/// <param name="Groups">The notes that were put together.</param>
/// <param name="LeftOut">The notes left out of the report on purpose.</param>
/// <param name="Sections">The sections of the organiser's own, in order.</param>
/// <param name="Points">The points of the report, in order.</param>
/// <param name="Texts">The running texts of the report that are written.</param>
public sealed record GatheringArchive(
    GatheringFacts Facts,
    ImmutableList<Block> Blocks,
    ImmutableList<Party> Parties,
    PlainText Theme,
    ImmutableList<Phase> Plan,
    DateTimeOffset? ClosedAt,
    ImmutableList<Pair> Pairs,
    ImmutableList<PartyWork> Work,
    ImmutableList<NoteGroup> Groups,
    ImmutableList<NoteRef> LeftOut,
    ImmutableList<Section> Sections,
    ImmutableList<Point> Points,
    ImmutableSortedDictionary<ReportText, PlainText> Texts)
{
    /// <summary>What was chosen to be in the report.</summary>
    public ReportChoices Choices { get; init; } = ReportChoices.Usual;

    /// <summary>
    /// That the parties were asked what they may be quoted on, with what they have answered for the words that are left; null when they
    /// were not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsentRound? Consent { get; init; }

    /// <summary>
    /// The archive of a gathering. Withheld words are not in it, and softened words are replaced. Unanswered words are in it.
    /// </summary>
    public static GatheringArchive Of(Gathering gathering)
    {
        gathering = AsAgreed.ToKeep(gathering);
        var notes = BoardNote.AllOf(gathering.Workshop.Work.Values);
        var places = notes.Index().ToDictionary(there => there.Item.Where, there => there.Index + 1);
        var barriers = notes.Where(there => there.Note.Kind == NoteKind.Barrier).Select(there => there.Where).ToHashSet();
        return new(
            // The address of the video call is only for the participants.
            gathering.Facts with { Meeting = null },
            gathering.Blocks,
            [.. gathering.PartiesInOrder.Select((party, place) => party with { Order = place })],
            gathering.Workshop.Theme,
            gathering.Workshop.Plan,
            gathering.Workshop.ClosedAt,
            gathering.Workshop.Pairs.ConvertAll(pair => new Pair(pair.Id, pair.Members, [])),
            [
                .. gathering
                    .PartiesInOrder.Select(party => ShownBy(gathering.Workshop.WorkOf(party.Id), places, barriers))
                    .Where(work => work != PartyWork.Nothing(work.Party)),
            ],
            gathering.Groups.ConvertAll(group => group with { Notes = group.Notes.FindAll(places.ContainsKey) }),
            gathering.LeftOut.FindAll(places.ContainsKey),
            gathering.Sections,
            gathering.Points.ConvertAll(point =>
                point with
                {
                    Revision = 0,
                    Confirmed = point.Confirmed || point.Revision > 0,
                    Sources = point.Sources.FindAll(places.ContainsKey),
                }
            ),
            gathering.ReportTexts.Where(text => !text.Value.IsEmpty).ToImmutableSortedDictionary())
        {
            Choices = gathering.ReportChoices,
            Consent = gathering.Consent,
        };
    }

    /// <summary>
    /// What others have seen of a party's work, without the person who wrote it. A note's place is its number among all notes, from 1.
    /// </summary>
    private static PartyWork ShownBy(PartyWork work, Dictionary<NoteRef, int> places, HashSet<NoteRef> barriers)
    {
        var texts = work.Presented ? Settled(work.Texts) : ImmutableSortedDictionary<TextField, WrittenText>.Empty;
        var feedback = work
            .Feedback.Where(given => given.Value.HandedOverAt is not null)
            .ToImmutableSortedDictionary(given => given.Key, given => Settled(given.Value));
        var notes = work.Notes.Where(note => !note.Deleted).Select(note => note with
        {
            By = null,
            Revision = 0,
            Sequence = places[new NoteRef(work.Party, note.Id)],
            Answers = note.Answers is { } barrier && barriers.Contains(barrier) ? barrier : null,
        });
        return PartyWork.Nothing(work.Party) with
        {
            Texts = texts,
            Presented = !texts.IsEmpty,
            Feedback = feedback.IsEmpty ? ImmutableSortedDictionary<Id<Party>, Feedback>.Empty : feedback,
            Notes = [.. notes],
            Commitment = work.Commitment is { What.IsEmpty: false } commitment ? commitment : null,
        };
    }

    private static Feedback Settled(Feedback given) => given with
    {
        Replies = Settled(given.Replies),
        OnChallenge = Settled(given.OnChallenge),
        OnSolutions = Settled(given.OnSolutions),
        Answer = Settled(given.Answer),
    };

    private static ImmutableSortedDictionary<TKey, WrittenText> Settled<TKey>(ImmutableSortedDictionary<TKey, WrittenText> texts)
        where TKey : notnull => texts
        .Where(text => !text.Value.Text.IsEmpty)
        .Aggregate(ImmutableSortedDictionary<TKey, WrittenText>.Empty, (kept, text) => kept.Add(text.Key, Settled(text.Value)));

    private static WrittenText Settled(WrittenText written) => written.Text.IsEmpty ? WrittenText.None : new(written.Text, 1, null);
}
