using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    /// <summary>
    /// Imports a held gathering, as a whole or not at all. Its content must satisfy the rules of today. The state of a live session, such
    /// as clocks and people, starts empty, and the door is closed.
    /// </summary>
    private static Outcome Import(Gathering g, Entry entry, GatheringArchive archive)
    {
        var outcome = Create(g, entry, new GatheringCreated(archive.Facts, IsDemo: false));
        foreach (var block in archive.Blocks) outcome = Then(outcome, before => PutBlock(before, block));
        outcome = Then(outcome, before => DescribeWelcome(before, new WelcomeDescribed(archive.Welcome)));
        foreach (var party in archive.Parties)
        {
            outcome = Then(
                outcome,
                before => Invite(before, new PartyInvited(party.Id, party.Name, party.RegisterNumber, party.Kind, party.County))
            );
            if (party.TookPart is { } there) outcome = Then(outcome, before => SayAttended(before, new PartyAttended(party.Id, there)));
        }

        foreach (var (party, answer) in archive.Rsvps ?? ImmutableSortedDictionary<Id<Party>, Rsvp>.Empty)
            outcome = Then(outcome, before => SetRsvp(before, party, answer));
        outcome = Then(outcome, before => SetWorkshop(before, archive));
        outcome = Then(outcome, before => SetWork(before, archive));
        outcome = Then(outcome, before => GroupNotes(before, new NotesGrouped(archive.Groups, [], [])));
        outcome = Then(outcome, before => LeaveOut(before, new NotesLeftOut(archive.LeftOut, true)));
        foreach (var section in archive.Sections)
            outcome = Then(outcome, before => PutSection(before, new SectionPut(section.Id, section.Title)));
        foreach (var point in archive.Points) outcome = Then(outcome, before => PutPoint(before, point));
        foreach (var (part, text) in archive.Texts)
            outcome = Then(outcome, before => WriteReportText(before, new ReportTextWritten(part, text)));
        outcome = Then(outcome, before => before with { DoorOpen = false, ReportChoices = archive.Choices });
        return Then(outcome, before => SetConsent(before, archive.Consent));
    }

    private static Outcome Then(Outcome outcome, Func<Gathering, Outcome> next) =>
        outcome is Outcome.Accepted before ? next(before.Gathering) : outcome;

    private static Outcome SetWorkshop(Gathering g, GatheringArchive archive)
    {
        // The last place of the last round that was held.
        var last = archive.Pairs.Select(pair => pair.Round).DefaultIfEmpty().Max();
        var end = Enumerable.Range(0, archive.Plan.Count).LastOrDefault(place => Workshop.RoundAt(archive.Plan, place) <= last, -1);
        // Earlier gatherings were not always grouped by our rules, so more than one group of three is accepted.
        if (FaultOfGroups(g, archive.Pairs) is { } groups) return groups;
        if (archive.Pairs.Exists(pair => pair.Round < 0 || pair.Round > Workshop.RoundAt(archive.Plan, archive.Plan.Count)))
            return RefusalReason.GroupsDoNotFit;
        var rounds = archive.Pairs
            .Select(pair => new Pair(pair.Id, pair.Members, []) { Round = pair.Round })
            .ToLookup(pair => pair.Round);
        return TooLong(archive.Theme, Limits.Line) ?? FaultOf(archive.Plan) ?? WithWorkshop(g, workshop => workshop with
        {
            Theme = archive.Theme,
            Plan = archive.Plan,
            Position = end,
            Furthest = end,
            ClosedAt = archive.ClosedAt,
            Pairs = [.. rounds[last]],
            OtherRounds = rounds.Any(round => round.Key != last)
                ? rounds.Where(round => round.Key != last).ToImmutableSortedDictionary(round => round.Key, round => round.ToImmutableList())
                : null,
        });
    }

    private static Outcome SetWork(Gathering g, GatheringArchive archive)
    {
        var notes = archive
            .Work.SelectMany(work => work.Notes.Select(note => (Where: new NoteRef(work.Party, note.Id), Note: note)))
            .OrderBy(there => there.Note.Sequence)
            .ToList();
        var places = notes
            .Select(there => there.Where)
            .Distinct()
            .Index()
            .ToDictionary(there => there.Item, there => there.Index + 1 - notes.Count);
        if (places.Count != notes.Count) return RefusalReason.AlreadyExists;
        if (archive.Work.DistinctBy(work => work.Party).Count() != archive.Work.Count) return RefusalReason.DuplicateParty;
        foreach (var work in archive.Work)
            if (FaultOf(g, work, places) is { } fault) return fault;
        // The imported notes get the lowest places, in the order they had, so that later notes come after them.
        return WithWorkshop(g, workshop => workshop with
        {
            Work = workshop.Work.SetItems(archive.Work.Select(work => KeyValuePair.Create(work.Party, work with
            {
                Notes = work.Notes.ConvertAll(note =>
                    note with
                    {
                        By = null,
                        Deleted = false,
                        Sequence = places[new NoteRef(work.Party, note.Id)],
                    }
                                    ),
            }))),
        });
    }

    // Each answer must be about words that exist. An approval of other words would let text into a report that nobody has agreed to.
    private static Outcome SetConsent(Gathering g, ConsentRound? round)
    {
        if (round is null) return g;
        foreach (var (party, answers) in round.Answers)
        {
            if (!g.Parties.ContainsKey(party)) return RefusalReason.NoSuchParty;
            var words = Quotes.AllOf(g, party).ToDictionary(quote => quote.Ref, quote => quote.Words);
            if (answers.Quotes.Exists(answer => !words.TryGetValue(answer.Quote, out var said) || said != answer.Words))
                return RefusalReason.NoSuchQuote;
            if (
                answers.Quotes.Select(answer => TooLong(answer.Instead, Limits.Text)).FirstOrDefault(fault => fault is not null) is
                { } fault
            )
                return fault;
        }

        return g with { Consent = round };
    }

    private static Outcome? FaultOf(Gathering g, PartyWork work, Dictionary<NoteRef, int> notes)
    {
        if (!g.Parties.ContainsKey(work.Party) || work.Feedback.Keys.Any(to => to == work.Party || !g.Parties.ContainsKey(to)))
            return RefusalReason.NoSuchParty;
        if (work.Notes.GroupBy(note => note.WrittenBy).Any(side => side.Count() > Limits.NotesOfParty))
            return new Refusal(RefusalReason.TooMany, Limits.NotesOfParty);
        if (work.Feedback.Count > Limits.Many) return new Refusal(RefusalReason.TooMany, Limits.Many);
        var written = work.Texts.Values.Select(text => text.Text)
            .Concat(work.Feedback.Values.SelectMany(given => given.Written().Select(reply => reply.Text).Append(given.Answer.Text)));
        return written.Select(text => TooLong(text, Limits.Text)).FirstOrDefault(fault => fault is not null)
            ?? work.Notes.Select(note => FaultOf(g, work.Party, note, notes)).FirstOrDefault(fault => fault is not null)
            ?? (work.Commitment is { } commitment ? FaultOf(commitment) : null);
    }

    private static Outcome? FaultOf(Gathering g, Id<Party> owner, Note note, Dictionary<NoteRef, int> notes)
    {
        var others = note.AgreedBy.Concat(note.Votes).Concat(note.WrittenBy is { } writer ? [writer] : []);
        if (!others.All(g.Parties.ContainsKey)) return RefusalReason.NoSuchParty;
        if (note.AgreedBy.Contains(owner)) return RefusalReason.OwnNote;
        if (note.Answers is { } barrier && !notes.ContainsKey(barrier)) return RefusalReason.NoSuchNote;
        return Missing(note.Text, Limits.Note) ?? TooLong(note.Theme, Limits.Theme);
    }
}
