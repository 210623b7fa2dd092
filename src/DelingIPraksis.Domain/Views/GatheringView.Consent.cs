using System.Collections.Immutable;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

public sealed partial class GatheringView
{
    /// <summary>What one who holds a party's link may see: what the party is quoted on, and nothing else than a stranger sees.</summary>
    public static GatheringView ForParty(Gathering gathering, Id<Party> party) =>
        new(gathering, new Actor.Stranger()) { OwnParty = gathering.Parties.GetValueOrDefault(party) };

    /// <summary>What the parties have been told about being quoted, or null when they have not been asked; not for strangers.</summary>
    public ConsentTerms? Consent => (Role != Role.None || OwnParty is not null) && _gathering.Consent is { CalledOffAt: null } round
        ? new(round.AskedAt, round.Until, round.SilenceMeansYes, round.UntilBefore)
        : null;

    /// <summary>When the parties were told that they are no longer asked, or null; not for strangers.</summary>
    public DateTimeOffset? ConsentCalledOffAt => Role != Role.None || OwnParty is not null ? _gathering.Consent?.CalledOffAt : null;

    /// <summary>Whether everybody has answered for every word; only for those who own the report, once they are asked.</summary>
    public bool EverybodyHasAnswered => Owns && _gathering.Consent is not null && ConsentStatus.TrueForAll(status => status.Open == 0);

    /// <summary>
    /// How many points would go out of the publication, until they are answered for, if the parties were asked now; only for those who own
    /// the report.
    /// </summary>
    public int PointsHeldIfAsked(bool silenceMeansYes) => Owns
            ? AsAgreed.PointsWaiting(
                _gathering with
                {
                    Consent = new ConsentRound(default, default, silenceMeansYes)
                    {
                        Answers = _gathering.Consent?.Answers ?? ConsentRound.NoAnswers,
                    },
                }
            )
        : 0;

    /// <summary>
    /// How many points are kept out of the publication since somebody has not answered; only for those who own the report or follow.
    /// </summary>
    public int PointsWaiting => FollowsAll ? AsAgreed.PointsWaiting(_gathering) : 0;

    /// <summary>What is chosen to be in the report.</summary>
    public ReportChoices ReportChoices => _gathering.ReportChoices;

    /// <summary>What the own party would be quoted on; what stands in the publication first.</summary>
    public ImmutableList<Quote> OwnQuotes => OwnParty is { } party ? Quotes.Of(_gathering, party.Id) : [];

    /// <summary>What a party has softened or withheld; only for those who own the report.</summary>
    public ImmutableList<Quote> ObjectionsOf(Id<Party> party) =>
        Owns ? Quotes.Of(_gathering, party).FindAll(quote => quote.Verdict is QuoteVerdict.Softened or QuoteVerdict.Withheld) : [];

    /// <summary>The points in which the own party's words stand verbatim or nearly so.</summary>
    public ImmutableList<Point> PointsWith(Quote quote) => quote.Party == OwnParty?.Id ? Quotes.PointsWith(_gathering, quote.Words) : [];

    /// <summary>
    /// How far each party has come with its answer, in the order of the parties; only for those who own the report, once they are asked.
    /// </summary>
    public ImmutableList<ConsentStatus> ConsentStatus => Owns && _gathering.Consent is { CalledOffAt: null } round
            ?
            [
                .. _gathering
                    .PartiesInOrder.Select(party => Reports.ConsentStatus.Of(party, Quotes.Of(_gathering, party.Id), round))
                    .Where(status => status.Total > 0),
            ]
        : [];

    /// <summary>A running text of the report as the organiser has written it; for those who own or follow it.</summary>
    public PlainText ReportText(ReportText part) => FollowsAll ? _gathering.ReportTexts.GetValueOrDefault(part) : PlainText.Empty;

    /// <summary>What is worth a second look before the report is published; only for those who own it or follow.</summary>
    /// <param name="now">When it is looked over.</param>
    /// <param name="today">The day it is looked over, where the gathering is held.</param>
    public ImmutableList<ReportFlaw> Flaws(DateTimeOffset now, DateOnly today) => FollowsAll ? Preflight.Check(_gathering, now, today) : [];
}
