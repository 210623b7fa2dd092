using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>That the parties are asked what they may be quoted on. What they were told when they were asked is never made worse.</summary>
/// <param name="AskedAt">When they were first asked, UTC.</param>
/// <param name="Until">How long they can answer, UTC.</param>
/// <param name="SilenceMeansYes">Whether words that nobody has answered for may stand, or not.</param>
public sealed record ConsentRound(DateTimeOffset AskedAt, DateTimeOffset Until, bool SilenceMeansYes)
{
    /// <summary>What each party has answered.</summary>
    public ImmutableSortedDictionary<Id<Party>, PartyAnswers> Answers { get; init; } = ImmutableSortedDictionary<Id<Party>, PartyAnswers>.Empty;

    /// <summary>Whether answers are taken at an instant.</summary>
    public bool IsOpen(DateTimeOffset now) => now <= Until;

    internal QuoteAnswer? AnswerOf(Id<Party> party, QuoteRef quote) =>
        Answers.TryGetValue(party, out var answers) ? answers.Quotes.Find(answer => answer.Quote == quote) : null;
}

/// <summary>What one party has answered.</summary>
/// <param name="At">When it last did, UTC.</param>
/// <param name="Quotes">Its answers, one for each quote.</param>
public sealed record PartyAnswers(DateTimeOffset At, ImmutableList<QuoteAnswer> Quotes);

/// <summary>What the parties are told before they answer.</summary>
/// <param name="AskedAt">When they were first asked, UTC.</param>
/// <param name="Until">How long they can answer, UTC.</param>
/// <param name="SilenceMeansYes">Whether words that nobody has answered for may stand.</param>
public sealed record ConsentTerms(DateTimeOffset AskedAt, DateTimeOffset Until, bool SilenceMeansYes);

/// <summary>How far a party has come with its answer, in figures.</summary>
/// <param name="Party">Who.</param>
/// <param name="Total">How many quotes it is asked about.</param>
/// <param name="Open">How many it has not answered for.</param>
/// <param name="Softened">How many it wants other words for.</param>
/// <param name="Withheld">How many it withholds.</param>
/// <param name="AnsweredAt">When it last answered, UTC, or null.</param>
public sealed record ConsentStatus(Party Party, int Total, int Open, int Softened, int Withheld, DateTimeOffset? AnsweredAt)
{
    internal static ConsentStatus Of(Party party, ImmutableList<Quote> quotes, ConsentRound round)
    {
        var verdicts = quotes.CountBy(quote => quote.Verdict).ToDictionary();
        return new(
            party, quotes.Count, verdicts.GetValueOrDefault(QuoteVerdict.Open), verdicts.GetValueOrDefault(QuoteVerdict.Softened),
            verdicts.GetValueOrDefault(QuoteVerdict.Withheld), round.Answers.GetValueOrDefault(party.Id)?.At);
    }
}
