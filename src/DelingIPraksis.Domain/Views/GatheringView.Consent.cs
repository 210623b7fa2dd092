using System.Collections.Immutable;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

public sealed partial class GatheringView
{
    /// <summary>
    /// The view of somebody who holds a party's link: what the party is quoted on, and otherwise only what a stranger sees.
    /// </summary>
    public static GatheringView ForParty(Gathering gathering, Id<Party> party) =>
        new(gathering, new Actor.Stranger()) { OwnParty = gathering.Parties.GetValueOrDefault(party) };

    /// <summary>What the parties have been told about being quoted, or null when they have not been asked. Null for strangers.</summary>
    public ConsentTerms? Consent => (Role != Role.None || OwnParty is not null) && _gathering.Consent is { CalledOffAt: null } round
        ? new(round.AskedAt, round.Until, round.SilenceMeansYes, round.UntilBefore)
        : null;

    /// <summary>When the consent round was cancelled, or null. Null for strangers.</summary>
    public DateTimeOffset? ConsentCalledOffAt => Role != Role.None || OwnParty is not null ? _gathering.Consent?.CalledOffAt : null;

    /// <summary>Whether every party has answered for every quote. Only for the owners of the report, once the parties are asked.</summary>
    public bool EverybodyHasAnswered => Owns && _gathering.Consent is not null && ConsentStatus.TrueForAll(status => status.Open == 0);

    /// <summary>
    /// How many points would be left out of the publication, until they are answered for, if the parties were asked now. Only for the
    /// owners of the report.
    /// </summary>
    public int PointsHeldIfAsked(bool silenceMeansYes) => Owns
            ? ConsentFilter.PointsWaiting(
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
    /// How many points are left out of the publication because a party has not answered. Only for those who own or follow the report.
    /// </summary>
    public int PointsWaiting => FollowsAll ? ConsentFilter.PointsWaiting(_gathering) : 0;

    /// <summary>What is chosen to be in the report.</summary>
    public ReportChoices ReportChoices => _gathering.ReportChoices;

    /// <summary>The quotes of the actor's own party, those in the publication first.</summary>
    public ImmutableList<Quote> OwnQuotes => OwnParty is { } party ? Quotes.Of(_gathering, party.Id) : [];

    /// <summary>The quotes that a party has softened or withheld. Only for the owners of the report.</summary>
    public ImmutableList<Quote> ObjectionsOf(Id<Party> party) =>
        Owns ? Quotes.Of(_gathering, party).FindAll(quote => quote.Verdict is QuoteVerdict.Softened or QuoteVerdict.Withheld) : [];

    /// <summary>The points that contain the own party's words, verbatim or nearly so.</summary>
    public ImmutableList<Point> PointsWith(Quote quote) => quote.Party == OwnParty?.Id ? Quotes.PointsWith(_gathering, quote.Words) : [];

    /// <summary>
    /// How far each party has come with its answers, in the order of the parties. Only for the owners of the report, once the parties are
    /// asked.
    /// </summary>
    public ImmutableList<ConsentStatus> ConsentStatus => Owns && _gathering.Consent is { CalledOffAt: null } round
            ?
            [
                .. _gathering
                    .PartiesInOrder.Select(party => Reports.ConsentStatus.Of(party, Quotes.Of(_gathering, party.Id), round))
                    .Where(status => status.Total > 0),
            ]
        : [];

    /// <summary>A running text of the report, as the organiser wrote it. Only for those who own or follow the report.</summary>
    public PlainText ReportText(ReportText part) => FollowsAll ? _gathering.ReportTexts.GetValueOrDefault(part) : PlainText.Empty;

    /// <summary>What to check before the report is published. Only for those who own or follow it.</summary>
    /// <param name="now">When the check is made.</param>
    /// <param name="today">The day of the check, where the gathering is held.</param>
    /// <param name="report">The publication as it would be, when it is made already.</param>
    public ImmutableList<ReportFlaw> Flaws(DateTimeOffset now, DateOnly today, GatheringReport? report = null) =>
        FollowsAll ? Preflight.Check(_gathering, now, today, report) : [];
}
