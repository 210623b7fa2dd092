using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome WriteReportText(Gathering g, ReportTextWritten c) =>
        TooLong(c.Text, Limits.Prose) ?? (g with { ReportTexts = g.ReportTexts.SetItem(c.Part, c.Text) });

    private static Outcome Publish(Gathering g, Entry entry, PlainText correction)
    {
        if (g.Points.IsEmpty && g.Blocks.IsEmpty) return RefusalReason.ReportIsEmpty;
        if (TooLong(correction, Limits.Line) is { } fault) return fault;
        var corrections =
            g.Publication is not { } before ? []
            : correction.IsEmpty ? before.Corrections
            : before.Corrections.Add(new Correction(entry.At, correction));
        return g with
        {
            Publication = new Publication(entry.At, entry.Sequence, g.Publication?.FirstAt ?? entry.At) { Corrections = corrections },
        };
    }

    private static Outcome Withdraw(Gathering g) => g.Publication is null ? RefusalReason.NotPublished : g with { Publication = null };

    private static Outcome AskConsent(Gathering g, ConsentAsked c, DateTimeOffset now)
    {
        if (c.Until <= now || c.Until > now.AddYears(1)) return RefusalReason.ImplausibleDeadline;
        if (g.Consent is not { } round) return g with { Consent = new ConsentRound(now, c.Until, c.SilenceMeansYes) };
        // When the parties are asked again, they are told the terms again. Earlier answers still apply.
        if (round.CalledOffAt is not null)
            return g with
            {
                Consent = new ConsentRound(now, c.Until, c.SilenceMeansYes) { Answers = round.Answers, Earlier = round.Earlier },
            };
        if (c.SilenceMeansYes && !round.SilenceMeansYes) return RefusalReason.PromisedOtherwise;
        if (c.Until < round.Until && !EverybodyHasAnswered(g))
        {
            // When silence means yes, the parties must get all the time they were told: one of them may be about to say no.
            if (round.SilenceMeansYes) return RefusalReason.PromisedOtherwise;
            if (c.Until < now + ConsentRound.ShortestNotice) return RefusalReason.NoticeTooShort;
        }

        return g with
        {
            Consent = round with
            {
                Until = c.Until,
                SilenceMeansYes = c.SilenceMeansYes,
                UntilBefore = c.Until < round.Until ? round.Until : null,
            },
        };
    }

    private static Outcome CallOffConsent(Gathering g, DateTimeOffset now) =>
        g.Consent is { CalledOffAt: null } round ? g with { Consent = round with { CalledOffAt = now } } : RefusalReason.ConsentNotAsked;

    // An old log was accepted when parties without a pair were not asked for their names.
    private static bool EverybodyHasAnswered(Gathering g, bool unpairedToo = false) =>
        g.Parties.Keys.All(party => Quotes.Of(g, party).TrueForAll(quote => quote.Verdict != QuoteVerdict.Open
            || (!unpairedToo && quote.Ref.Kind == QuoteKind.Name && g.Workshop.PairOf(party) is not { Members.Count: > 1 })));

    private static Outcome GiveConsent(Gathering g, ConsentGiven c, Entry entry)
    {
        if ((entry.Actor is Actor.Application ? c.Party : g.PartyOf(entry.Actor)) is not { } party) return RefusalReason.NotAllowed;
        if (!g.Parties.ContainsKey(party)) return RefusalReason.NoSuchParty;
        if (g.Consent is not { CalledOffAt: null } round) return RefusalReason.ConsentNotAsked;
        if (!round.IsOpen(entry.At)) return RefusalReason.ConsentOver;
        if (c.Answers.IsEmpty) return RefusalReason.Empty;
        var quotes = Quotes.Of(g, party).ToDictionary(quote => quote.Ref);
        var answers = (round.Answers.GetValueOrDefault(party)?.Quotes ?? []).ToDictionary(answer => answer.Quote);
        foreach (var answer in c.Answers)
        {
            if (!quotes.TryGetValue(answer.Quote, out var quote)) return RefusalReason.NoSuchQuote;
            if (quote.Words != answer.Words) return RefusalReason.ChangedByOther;
            if (answer.Verdict == QuoteVerdict.Softened && Missing(answer.Instead, Limits.Text) is { } fault) return fault;
            answers[answer.Quote] = answer.Verdict == QuoteVerdict.Softened ? answer : answer with { Instead = "" };
        }

        return g with { Consent = round with { Answers = round.Answers.SetItem(party, new PartyAnswers(entry.At, [.. answers.Values])) } };
    }
}
