using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>Reads who sat together, and what each party wrote.</summary>
internal sealed class WorkReader(FieldReader fields, PartyReader parties, Id<Gathering> gathering, DateTimeOffset noon)
{
    private readonly SortedDictionary<Id<Party>, PartyWork> _work = [];
    private readonly Dictionary<string, NoteRef> _notes = new(StringComparer.OrdinalIgnoreCase);

    public ImmutableList<PartyWork> Work => [.. _work.Values];

    /// <summary>Reads the pairs. A party that sat alone is not a pair.</summary>
    public ImmutableList<Pair> ReadGroups(IReadOnlyList<GroupJson> groups)
    {
        var pairs = new List<Pair>();
        var seated = new HashSet<(Id<Party>, int)>();
        for (var place = 0; place < groups.Count; place++)
        {
            var where = $"workshop.groups[{place}]";
            var members = (groups[place].Members ?? [])
                .Select((member, number) => parties.Find($"{where}.members[{number}]", member))
                .OfType<Id<Party>>()
                .ToImmutableList();
            if ((groups[place].Members?.Count ?? 0) is < 1 or > 3) fields.Say($"{where}.members", "GroupSize");
            var round = groups[place].Round ?? 1;
            if (round is < 1 or > DayPlanner.MostRounds) fields.Say($"{where}.round", "OutOfRange", 1, DayPlanner.MostRounds);
            if (!members.TrueForAll(member => seated.Add((member, round)))) fields.Say($"{where}.members", "SitsTwice");
            if (members.Count > 1)
                pairs.Add(new Pair(new(ArchiveKeys.Derived(gathering, "pair", place)), members, []) { Round = round - 1 });
            var contributions = groups[place].Contributions ?? [];
            for (var number = 0; number < contributions.Count; number++)
                ReadContribution($"{where}.contributions[{number}]", contributions[number]);
        }

        return [.. pairs];
    }

    public void ReadNotes(IReadOnlyList<NoteJson> notes)
    {
        // All notes must have their ids before one can answer another.
        for (var place = 0; place < notes.Count; place++) ReadNote($"notes[{place}]", notes[place], place);
        for (var place = 0; place < notes.Count; place++)
            if (
                notes[place].Answers is { } answered
                && Find($"notes[{place}].answers", answered) is { } barrier
                && WhereIs(notes[place], place) is { } answer
            )
                Change(
                    answer.Party,
                    work =>
                        work with
                        {
                            Notes = work.Notes.Replace(
                                work.Notes.Find(note => note.Id == answer.Note)!,
                                work.Notes.Find(note => note.Id == answer.Note)! with
                                {
                                    Answers = barrier,
                                }
                            ),
                        }
                );
    }

    /// <summary>The notes with these ids.</summary>
    public ImmutableList<NoteRef> Notes(string where, IReadOnlyList<string>? ids) =>
        [.. (ids ?? []).Select((id, place) => Find($"{where}[{place}]", id)).OfType<NoteRef>()];

    private void ReadNote(string where, NoteJson note, int place)
    {
        var text = fields.Needed($"{where}.text", note.Text, Limits.Note);
        if (note.Kind is null) fields.Say($"{where}.kind", "Missing");
        if (note.Origin is null) fields.Say($"{where}.origin", "Missing");
        if (note.Origin is not { } origin || parties.Find($"{where}.origin.party", origin.Party) is not { } party) return;
        if (origin.Id is not null && !Id<Note>.TryParse(origin.Id, null, out _)) fields.Say($"{where}.origin.id", "NoId");
        var id = IdOf(note, place);
        if (!_notes.TryAdd(id.ToString(), new NoteRef(party, id))) fields.Say($"{where}.origin.id", "NoteTwice");
        Change(party, work => work with
        {
            Notes = work.Notes.Add(new Note(id, note.Kind ?? default, text, null, origin.At?.ToUniversalTime() ?? noon, place + 1)
            {
                Theme = fields.Text($"{where}.theme", note.Theme, Limits.Theme),
                To = note.To,
                Round = Math.Clamp((origin.Round ?? 1) - 1, 0, DayPlanner.MostRounds - 1),
                WrittenBy = origin.WrittenBy is { } writer ? parties.Find($"{where}.origin.writtenBy", writer) : null,
                AgreedBy = parties.FindAll($"{where}.origin.agreedBy", origin.AgreedBy),
                Votes = parties.FindAll($"{where}.origin.votedBy", origin.VotedBy),
            }),
        });
    }

    private void ReadContribution(string where, ContributionJson contribution)
    {
        if (parties.Find($"{where}.party", contribution.Party) is not { } party) return;
        var texts = Written($"{where}.texts", contribution.Texts);
        Change(
            party,
            work =>
                work with
                {
                    Texts = texts,
                    Presented = !texts.IsEmpty,
                    EveryPromise = Promises(where, party, contribution),
                }
        );
        var feedback = contribution.Feedback ?? [];
        for (var number = 0; number < feedback.Count; number++) ReadFeedback($"{where}.feedback[{number}]", feedback[number], party);
    }

    private void ReadFeedback(string where, FeedbackJson feedback, Id<Party> to)
    {
        if (parties.Find($"{where}.from", feedback.From) is not { } from) return;
        var given = new Feedback
        {
            Replies = Written($"{where}.replies", feedback.Replies),
            OnChallenge = Written($"{where}.onChallenge", feedback.OnChallenge),
            OnSolutions = Written($"{where}.onSolutions", feedback.OnSolutions),
            HandedOverAt = feedback.At?.ToUniversalTime() ?? noon,
            Answer = Written(fields.Text($"{where}.answer", feedback.Answer, Limits.Text)),
        };
        Change(from, work => work with { Feedback = work.Feedback.SetItem(to, given) });
    }

    // Their ids are their places: the same file is always the same promises.
    private ImmutableList<Promise>? Promises(string where, Id<Party> party, ContributionJson contribution)
    {
        if (contribution.Promises is not { Count: > 0 } several)
            return Commitment($"{where}.commitment", contribution.Commitment) is { } only
                ? [new(Promise.OnlyOf(party), only)]
                : null;
        return
        [
            .. several.Select((promise, place) =>
            {
                var there = $"{where}.promises[{place}]";
                var witnesses = parties.FindAll($"{there}.witnesses", promise.Witnesses);
                return new Promise(
                    place == 0 ? Promise.OnlyOf(party) : new(ArchiveKeys.Derived(party, "promise", place)),
                    Commitment(there, new(promise.What, promise.Owner, promise.By))!)
                {
                    Witnesses = witnesses.IsEmpty ? null : witnesses,
                    Answer = promise.State is { } state ? new(state, "", promise.At?.ToUniversalTime() ?? noon) : null,
                };
            }),
        ];
    }

    private Commitment? Commitment(string where, CommitmentJson? commitment)
    {
        if (commitment is null) return null;
        if (commitment.By is { Year: < 2000 or > 2100 }) fields.Say($"{where}.by", "ImplausibleDate");
        return new(
            fields.Needed($"{where}.what", commitment.What, Limits.Note),
            fields.Text($"{where}.owner", commitment.Owner, Limits.Name),
            commitment.By
        );
    }

    private ImmutableSortedDictionary<TKey, WrittenText> Written<TKey>(string where, ImmutableSortedDictionary<TKey, string>? texts)
        where TKey : notnull => (texts ?? ImmutableSortedDictionary<TKey, string>.Empty)
        .Select(text => KeyValuePair.Create(text.Key, Written(fields.Text($"{where}.{text.Key}", text.Value, Limits.Text))))
        .Where(text => text.Value != WrittenText.None)
        .ToImmutableSortedDictionary();

    private static WrittenText Written(PlainText text) => text.IsEmpty ? WrittenText.None : new WrittenText(text, 1, null);

    private NoteRef? Find(string where, string? id)
    {
        if (Id<Note>.TryParse(id, null, out var parsed) && _notes.TryGetValue(parsed.ToString(), out var note)) return note;
        fields.Say(where, "NoSuchNote", id ?? "");
        return null;
    }

    private NoteRef? WhereIs(NoteJson note, int place) => _notes.TryGetValue(IdOf(note, place).ToString(), out var where) ? where : null;

    private Id<Note> IdOf(NoteJson note, int place) =>
        Id<Note>.TryParse(note.Origin?.Id, null, out var id) ? id : new(ArchiveKeys.Derived(gathering, "note", place));

    private void Change(Id<Party> party, Func<PartyWork, PartyWork> change) =>
        _work[party] = change(_work.GetValueOrDefault(party) ?? PartyWork.Nothing(party));
}
