using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// What each party would be quoted on: every word of its own that stands in the publication, in the archive, or in a file of one of
/// them. What the organiser writes over it is the organiser's, until it says the same nearly word for word.
/// </summary>
public static class Quotes
{
    /// <summary>
    /// What a party is asked about: what it would be quoted on in the editions as they are chosen, what stands in the publication first.
    /// </summary>
    public static ImmutableList<Quote> Of(Gathering gathering, Id<Party> party) => Of(gathering, party, gathering.ReportChoices.Feedback);

    /// <summary>The same, with what is chosen away from the pages and still lies in the archive's data.</summary>
    internal static ImmutableList<Quote> AllOf(Gathering gathering, Id<Party> party) => Of(gathering, party, feedback: true);

    private static ImmutableList<Quote> Of(Gathering gathering, Id<Party> party, bool feedback)
    {
        var work = gathering.Workshop.WorkOf(party);
        var choices = gathering.ReportChoices;
        List<(QuoteRef Ref, PlainText Words, bool Published)> found = [];
        if (choices.Names && gathering.Workshop.PairOf(party) is { Members.Count: > 1 })
            found.Add((new QuoteRef(QuoteKind.Name), gathering.Parties[party].Name, true));
        found.AddRange(work.Notes.Where(note => !note.Deleted).Select(note => (QuoteRef.Note(note.Id), note.Text, true)));
        if (work.Commitment is { What.IsEmpty: false } commitment)
            found.Add((new QuoteRef(QuoteKind.Commitment), WordsOf(commitment), choices.Commitments));
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

    /// <summary>What a commitment says: what, and who sees to it.</summary>
    public static PlainText WordsOf(Commitment commitment) =>
        commitment.Owner.IsEmpty ? commitment.What : $"{commitment.What}\n{commitment.Owner}";

    /// <summary>The points in which words stand verbatim or nearly so.</summary>
    public static ImmutableList<Synthesis.Point> PointsWith(Gathering gathering, PlainText words)
    {
        var wording = new Wording(words);
        return gathering.Points.FindAll(point => wording.StandsIn(new Wording(point.Text)));
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
