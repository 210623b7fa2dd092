using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Makes a <see cref="GatheringArchive"/> of a gathering.</summary>
public static class GatheringArchives
{
    /// <summary>
    /// The archive of a gathering. Withheld words are not in it, and softened words are replaced. Unanswered words are in it.
    /// </summary>
    public static GatheringArchive Of(Gathering gathering)
    {
        gathering = ConsentFilter.ToKeep(gathering);
        var notes = BoardNote.AllOf(gathering.Workshop.Work.Values);
        var places = notes.Index().ToDictionary(there => there.Item.Where, there => there.Index + 1);
        var barriers = notes.Where(there => there.Note.Kind == NoteKind.Barrier).Select(there => there.Where).ToHashSet();
        return new(
            // The address of the video call is only for the participants.
            gathering.Facts with { Meeting = null },
            gathering.Blocks,
            [.. gathering.PartiesInOrder.Select((party, place) => party with
                {
                    Order = place,
                    // Who joined is not kept. Where nobody has joined, all took part but those who are said not to have.
                    TookPart = gathering.TookPart(party) ? null : false,
                })],
            gathering.Workshop.Theme,
            gathering.Workshop.Plan,
            gathering.Workshop.ClosedAt,
            [.. gathering.Workshop.AllPairs.Select(pair => new Pair(pair.Id, pair.Members, []) { Round = pair.Round })],
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
            Welcome = gathering.Welcome,
            Choices = gathering.ReportChoices,
            Rsvps = gathering.Rsvps,
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
