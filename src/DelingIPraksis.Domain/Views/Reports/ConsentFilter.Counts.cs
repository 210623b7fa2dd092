using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Counts what has been removed, and gives the parties' answers about the rest.</summary>
internal sealed partial class ConsentFilter
{
    /// <summary>The number of quotes, except names, that are withheld, softened and unanswered.</summary>
    public static ConsentTally TallyOf(Gathering gathering) =>
        gathering.Consent is null ? default : new ConsentFilter(gathering, attributed: true).Tally();

    /// <summary>The parties that do not want to be named in the publication, in the order of the parties.</summary>
    public static IEnumerable<Party> Unnamed(Gathering gathering) => gathering.Consent is { } round
        ? gathering.PartiesInOrder.Where(party => round.AnswerOf(party.Id, new QuoteRef(QuoteKind.Name))?.Verdict == QuoteVerdict.Withheld)
        : [];

    /// <summary>How many points are left out of the publication only because a party has not answered.</summary>
    public static int PointsWaiting(Gathering gathering) => gathering.Consent is { SilenceMeansYes: false, CalledOffAt: null } round
            ? new ConsentFilter(gathering with { Consent = round with { SilenceMeansYes = true } }, attributed: false).PointsTold()
                - new ConsentFilter(gathering, attributed: false).PointsTold()
        : 0;

    /// <summary>How many points are left out of every edition because they say what a party has withheld.</summary>
    public static int PointsWithheld(Gathering gathering) =>
        gathering.Consent is null ? 0 : gathering.Points.Count - new ConsentFilter(gathering, attributed: true).PointsTold();

    private int PointsTold() => _gathering.Points.Count(point => Say(point.Text) is not null);

    private ConsentTally Tally()
    {
        var verdicts = _quotes.Values.Where(quote => quote.Ref.Kind != QuoteKind.Name).CountBy(quote => quote.Verdict).ToDictionary();
        var earlier = _gathering.Consent?.Earlier ?? default;
        return new(
            earlier.Withheld + verdicts.GetValueOrDefault(QuoteVerdict.Withheld),
            earlier.Softened + verdicts.GetValueOrDefault(QuoteVerdict.Softened),
            verdicts.GetValueOrDefault(QuoteVerdict.Open)
        );
    }

    // An answer contains the words that it is about. Withheld and softened words must not be kept there either.
    private ImmutableSortedDictionary<Id<Party>, PartyAnswers> AnswersToKeep(ConsentRound round) =>
        round.Answers.ToImmutableSortedDictionary(
        answers => answers.Key,
            answers =>
                answers.Value with
                {
                    Quotes =
                    [
                        .. answers
                            .Value.Quotes.Select(answer => _quotes.GetValueOrDefault((answers.Key, answer.Quote)))
                            .OfType<Quote>()
                            .Select(ToKeep)
                            .OfType<QuoteAnswer>(),
                    ],
                }
        );

    private static QuoteAnswer? ToKeep(Quote quote) => quote.Verdict switch
    {
        QuoteVerdict.Approved => new(quote.Ref, QuoteVerdict.Approved, quote.Words),
        QuoteVerdict.Softened when quote.Ref.Kind == QuoteKind.Name => new(quote.Ref, QuoteVerdict.Softened, quote.Words, quote.Instead),
        QuoteVerdict.Softened => new(quote.Ref, QuoteVerdict.Approved, quote.Instead),
        QuoteVerdict.Withheld when quote.Ref.Kind == QuoteKind.Name => new(quote.Ref, QuoteVerdict.Withheld, quote.Words),
        _ => null,
    };
}
