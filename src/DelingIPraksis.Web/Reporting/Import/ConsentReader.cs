using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>
/// Reads the parties' answers about quotes. An answer applies to the text that is in the file. The rules refuse an answer that applies to
/// no text.
/// </summary>
internal sealed class ConsentReader(FieldReader fields, PartyReader parties, ImmutableList<Party> invited, WorkReader work)
{
    public ConsentRound Read(ConsentJson json, DateTimeOffset noon)
    {
        if (json.Until is null) fields.Say("consent.until", "Missing");
        if (json.Withheld is < 0) fields.Say("consent.withheld", "OutOfRange", 0, Limits.Many);
        if (json.Softened is < 0) fields.Say("consent.softened", "OutOfRange", 0, Limits.Many);
        var asked = json.AskedAt?.ToUniversalTime() ?? noon;
        var answers = new Dictionary<Id<Party>, PartyAnswers>();
        var given = json.Parties ?? [];
        for (var place = 0; place < given.Count; place++)
        {
            var where = $"consent.parties[{place}]";
            if (parties.Find($"{where}.party", given[place].Party) is not { } party) continue;
            if (
                !answers.TryAdd(
                    party,
                    new PartyAnswers(given[place].At?.ToUniversalTime() ?? asked, [.. AnswersOf(where, party, given[place])])
                )
            )
                fields.Say($"{where}.party", "PartyTwice", given[place].Party ?? "");
        }

        return new(asked, json.Until?.ToUniversalTime() ?? asked, json.SilenceMeansYes ?? false)
        {
            CalledOffAt = json.CalledOffAt?.ToUniversalTime(),
            UntilBefore = json.UntilBefore?.ToUniversalTime(),
            Earlier = new(json.Withheld ?? 0, json.Softened ?? 0),
            Answers = answers.ToImmutableSortedDictionary(),
        };
    }

    private IEnumerable<QuoteAnswer> AnswersOf(string where, Id<Party> party, ConsentOfPartyJson json)
    {
        var own = work.Work.Find(there => there.Party == party) ?? PartyWork.Nothing(party);
        if (json.Name is { } name and not QuoteVerdict.Open)
            yield return new(
                new QuoteRef(QuoteKind.Name),
                name,
                invited.Find(there => there.Id == party)!.Name,
                fields.Text($"{where}.nameInstead", json.NameInstead, Limits.Text)
            );
        foreach (var note in work.Notes($"{where}.notes", json.Notes))
            yield return Approved(QuoteRef.Note(note.Note), own.Notes.Find(there => there.Id == note.Note)?.Text);
        foreach (var number in (json.Promises ?? []).Prepend(json.Commitment == true ? 1 : 0).Where(number => number != 0))
        {
            var promise = number > 0 ? own.Promises.ElementAtOrDefault(number - 1) : null;
            yield return Approved(
                promise is null ? new QuoteRef(QuoteKind.Commitment) : QuoteRef.Promise(party, promise.Id),
                promise is null ? null : Quotes.WordsOf(promise.Commitment)
            );
        }

        foreach (var field in json.Texts ?? []) yield return Approved(QuoteRef.Text(field), own.Texts.GetValueOrDefault(field)?.Text);
        var feedback = json.Feedback ?? [];
        for (var place = 0; place < feedback.Count; place++)
        {
            var (prompt, about) = (feedback[place].Prompt ?? default, feedback[place].About ?? FeedbackPart.Whole);
            if (parties.Find($"{where}.feedback[{place}].to", feedback[place].To) is { } to)
                yield return Approved(QuoteRef.Feedback(to, prompt, about), own.FeedbackTo(to).Reply(prompt, about).Text);
        }

        var answers = json.Answers ?? [];
        for (var place = 0; place < answers.Count; place++)
            if (parties.Find($"{where}.answers[{place}]", answers[place]) is { } from)
                yield return Approved(QuoteRef.Answer(from), work.Work.Find(there => there.Party == from)?.FeedbackTo(party).Answer.Text);
    }

    private static QuoteAnswer Approved(QuoteRef quote, PlainText? words) => new(quote, QuoteVerdict.Approved, words ?? PlainText.Empty);
}
