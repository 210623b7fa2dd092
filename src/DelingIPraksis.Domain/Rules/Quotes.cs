using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// The quotes of each party: every word of its own in the publication, in the archive, or in one of their files. Text that the organiser
/// writes from them is the organiser's, unless it says the same nearly word for word.
/// </summary>
public static class Quotes
{
    /// <summary>
    /// The quotes that a party is asked about: those in the editions as they are chosen, the ones in the publication first.
    /// </summary>
    public static ImmutableList<Quote> Of(Gathering gathering, Id<Party> party) => Of(gathering, party, gathering.ReportChoices.Feedback);

    /// <summary>The same, including content that is deselected for the pages and still in the archive's data.</summary>
    internal static ImmutableList<Quote> AllOf(Gathering gathering, Id<Party> party) => Of(gathering, party, feedback: true);

    private static ImmutableList<Quote> Of(Gathering gathering, Id<Party> party, bool feedback)
    {
        var work = gathering.Workshop.WorkOf(party);
        var choices = gathering.ReportChoices;
        List<(QuoteRef Ref, PlainText Words, bool Published)> found = [];
        if (
            choices.Names
            && gathering.Parties.TryGetValue(party, out var own)
            && (gathering.Workshop.AllPairs.Any(pair => pair.Members.Count > 1 && pair.Members.Contains(party)) || gathering.TookPart(own))
        )
            found.Add((new QuoteRef(QuoteKind.Name), own.Name, true));
        found.AddRange(work.Notes.Where(note => !note.Deleted).Select(note => (QuoteRef.Note(note.Id), note.Text, true)));
        found.AddRange(work.Promises.Select(promise =>
            (QuoteRef.Promise(party, promise.Id), WordsOf(promise.Commitment), choices.Commitments)));
        if (work.Presented)
            found.AddRange(
                work.Texts.Where(text => !text.Value.Text.IsEmpty).Select(text => (QuoteRef.Text(text.Key), text.Value.Text, false))
            );
        if (feedback)
        {
            found.AddRange(work.Feedback.Where(given => given.Value.HandedOverAt is not null).SelectMany(given => given.Value.Written()
                .Select(reply => (QuoteRef.Feedback(given.Key, reply.Prompt, reply.Part), reply.Text, false))));
            found.AddRange(gathering.PartiesInOrder
                .Select(other => (other.Id, Given: gathering.Workshop.WorkOf(other.Id).FeedbackTo(party)))
                .Where(other => other.Given is { HandedOverAt: not null, Answer.Text.IsEmpty: false })
                .Select(other => (QuoteRef.Answer(other.Id), other.Given.Answer.Text, false)));
        }

        var kinds = work.Notes.ToDictionary(note => QuoteRef.Note(note.Id), note => note.Kind);
        return
        [
            .. found
                .OrderByDescending(quote => quote.Published)
                .Select(quote =>
                    Answered(gathering.Consent, party, quote.Ref, quote.Words, quote.Published) with
            {
                Note = kinds.TryGetValue(quote.Ref, out var kind) ? kind : null,
            }),
        ];
    }

    /// <summary>The text of a commitment: what, and who is responsible.</summary>
    public static PlainText WordsOf(Commitment commitment) =>
        commitment.Owner.IsEmpty ? commitment.What : $"{commitment.What}\n{commitment.Owner}";

    /// <summary>The points that contain the words, verbatim or nearly so.</summary>
    public static ImmutableList<Synthesis.Point> PointsWith(Gathering gathering, PlainText words)
    {
        var wording = new Wording(words);
        return gathering.Points.FindAll(point => wording.IsContainedIn(new Wording(point.Text)));
    }

    private static Quote Answered(ConsentRound? round, Id<Party> party, QuoteRef quote, PlainText words, bool published)
    {
        var answer = round?.AnswerOf(party, quote);
        var lapsed = answer?.Verdict == QuoteVerdict.Approved && answer.Words != words;
        return new(
            quote,
            party,
            words,
            published,
            lapsed ? QuoteVerdict.Open : answer?.Verdict ?? QuoteVerdict.Open,
            answer?.Instead ?? ""
        );
    }
}
