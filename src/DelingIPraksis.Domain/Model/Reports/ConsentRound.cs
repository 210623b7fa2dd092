using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The consent round: the parties are asked what they may be quoted on. The terms they were told are never made worse.</summary>
/// <param name="AskedAt">When they were first asked, UTC.</param>
/// <param name="Until">How long they can answer, UTC.</param>
/// <param name="SilenceMeansYes">Whether unanswered words may stand in the publication. The archive keeps them in both cases.</param>
public sealed record ConsentRound(DateTimeOffset AskedAt, DateTimeOffset Until, bool SilenceMeansYes)
{
    internal static readonly ImmutableSortedDictionary<Id<Party>, PartyAnswers> NoAnswers = ImmutableSortedDictionary<
        Id<Party>,
        PartyAnswers
    >.Empty;

    /// <summary>The minimum time for parties that have not answered, when a deadline is moved forward.</summary>
    public static readonly TimeSpan ShortestNotice = TimeSpan.FromHours(24);

    /// <summary>
    /// When it was cancelled, UTC, or null. Given answers still apply. Unanswered words are treated as if nobody had been asked.
    /// </summary>
    public DateTimeOffset? CalledOffAt { get; init; }

    /// <summary>The earlier deadline, before it was moved forward, UTC, or null. Parties that come later see that it was moved.</summary>
    public DateTimeOffset? UntilBefore { get; init; }

    /// <summary>What had been withheld and softened before the gathering was imported.</summary>
    public ConsentTally Earlier { get; init; }

    /// <summary>What each party has answered.</summary>
    public ImmutableSortedDictionary<Id<Party>, PartyAnswers> Answers { get; init; } = NoAnswers;

    /// <summary>Whether answers are accepted at an instant.</summary>
    public bool IsOpen(DateTimeOffset now) => CalledOffAt is null && now <= Until;

    internal QuoteAnswer? AnswerOf(Id<Party> party, QuoteRef quote) =>
        Answers.TryGetValue(party, out var answers) ? answers.Quotes.Find(answer => answer.Quote == quote) : null;
}

/// <summary>What one party has answered.</summary>
/// <param name="At">When it last answered, UTC.</param>
/// <param name="Quotes">Its answers, one for each quote.</param>
public sealed record PartyAnswers(DateTimeOffset At, ImmutableList<QuoteAnswer> Quotes);

/// <summary>The number of quotes by answer, names not included.</summary>
/// <param name="Withheld">Withheld: they are in no edition.</param>
/// <param name="Softened">Published with other words.</param>
/// <param name="Open">Unanswered.</param>
public readonly record struct ConsentTally(int Withheld, int Softened, int Open = 0);

/// <summary>The terms that the parties are told before they answer.</summary>
/// <param name="AskedAt">When they were first asked, UTC.</param>
/// <param name="Until">How long they can answer, UTC.</param>
/// <param name="SilenceMeansYes">Whether unanswered words may stand in the publication.</param>
/// <param name="UntilBefore">The earlier deadline, before it was moved forward, UTC, or null.</param>
public sealed record ConsentTerms(DateTimeOffset AskedAt, DateTimeOffset Until, bool SilenceMeansYes, DateTimeOffset? UntilBefore = null);

/// <summary>How far a party has come with its answers, in counts.</summary>
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
