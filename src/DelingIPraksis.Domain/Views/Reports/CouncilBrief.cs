using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// What a party takes home to its own council («orienteringssak»): its own words, what its partners said to it, and the points of the
/// published report that came of its notes. It has no words of other pairs, and none that are withheld.
/// </summary>
/// <param name="Party">Whose it is.</param>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Partners">Those it worked with, in the order of the rounds.</param>
/// <param name="Texts">What it presented, by field; empty fields are left out.</param>
/// <param name="Feedback">What the partners handed over, each with the answer.</param>
/// <param name="Promises">What it promises.</param>
/// <param name="Sections">The points of the published report that came of its notes; null while no report is published.</param>
public sealed record CouncilBrief(
    Party Party,
    GatheringFacts Facts,
    PlainText Theme,
    ImmutableList<BriefPartner> Partners,
    ImmutableSortedDictionary<TextField, PlainText> Texts,
    ImmutableList<BriefFeedback> Feedback,
    ImmutableList<Commitment> Promises,
    ImmutableList<ReportSection>? Sections)
{
    /// <summary>Whose gathering.</summary>
    public Id<Gathering> Gathering { get; init; }

    /// <summary>How the network showed itself, or null.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>When the gathering was created here, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When its content was last changed, answered or published, UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>A party that the owner of a brief worked with.</summary>
/// <param name="Name">Its name, or the one it wants to be named by; null when it does not want to be named.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="Round">The round, from 1; 0 when there was only one.</param>
public sealed record BriefPartner(PlainText? Name, PartyKind Kind, int Round);

/// <summary>A partner's feedback, and the answer to it.</summary>
/// <param name="From">The name of the partner; null when it does not want to be named.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="Replies">What is said, by prompt.</param>
/// <param name="Answer">What was answered; empty when nothing was.</param>
public sealed record BriefFeedback(
    PlainText? From, PartyKind Kind, ImmutableSortedDictionary<FeedbackPrompt, PlainText> Replies, PlainText Answer);

/// <summary>
/// The briefs of a gathering. What may be told is decided once for all of them: with 357 parties, that is most of the work.
/// </summary>
/// <remarks>
/// A party's words stand as in the archive: silence keeps them, a softened text is replaced, a withheld one is gone. A brief becomes a
/// public paper, so a partner that has withheld its name is not named. Points are the organiser's until the report is published, so they
/// are those of the publication, without what has been withheld since.
/// </remarks>
public sealed class CouncilBriefs
{
    private readonly Gathering _told;
    private readonly Gathering? _published;
    private readonly ImmutableList<ReportSection> _sections = [];
    private readonly DateTimeOffset _changedAt;
    private readonly Dictionary<Id<Party>, PlainText?> _names;

    private CouncilBriefs(Gathering gathering, Gathering? published)
    {
        // The choice of the pages plays no part: a party knows whom it sat with, and that the feedback was handed over to it.
        _told = ConsentFilter.ToKeep(gathering);
        _changedAt = GatheringReport.ChangedAtOf(gathering);
        _names = gathering.Parties.Values.ToDictionary(party => party.Id, party => NameOf(gathering, party));
        if (published is not { Publication: not null }) return;
        // What has been withheld since the publication is withheld here too.
        var agreed = ConsentFilter.Of(published with { Consent = gathering.Consent ?? published.Consent }, attributed: false);
        (_published, _sections) = (agreed, GatheringReport.SectionsOf(agreed, attributed: false, NoteCollection.Of(agreed)));
    }

    /// <summary>The briefs of a gathering.</summary>
    /// <param name="gathering">The gathering as it is.</param>
    /// <param name="published">The gathering as it was when its report was published, or null when it is not.</param>
    public static CouncilBriefs Of(Gathering gathering, Gathering? published) => new(gathering, published);

    /// <summary>The parties that can have a brief: those that took part in the group work, in the order of the parties.</summary>
    public IEnumerable<Party> Parties =>
        _told.PartiesInOrder.Where(party => _told.Workshop.AllPairs.Any(pair => pair.Members.Contains(party.Id))
            || _told.Workshop.WorkOf(party.Id).HasWritten);

    /// <summary>The brief of a party; null for one that is not in the gathering.</summary>
    public CouncilBrief? For(Id<Party> id)
    {
        if (!_told.Parties.TryGetValue(id, out var party)) return null;
        var workshop = _told.Workshop;
        var several = workshop.AllPairs.Any(pair => pair.Round > 0);
        var own = ReportContribution.Of(_told, id);
        return new(
            party,
            _told.Facts,
            workshop.Theme,
            [
                .. workshop.AllPairs.Where(pair => pair.Members.Contains(id)).SelectMany(pair => pair.Members.Where(member => member != id)
                    .Select(member => new BriefPartner(_names[member], _told.Parties[member].Kind, several ? pair.Round + 1 : 0))),
            ],
            own.Texts,
            [
                .. _told.PartiesInOrder.Select(other => (Other: other, Given: workshop.WorkOf(other.Id).FeedbackTo(id)))
                    .Where(from => from.Given.HandedOverAt is not null)
                    .Select(from => Told(from.Other, ReportFeedback.Of(from.Other.Name, from.Given)))
                    .Where(feedback => !feedback.Replies.IsEmpty || !feedback.Answer.IsEmpty),
            ],
            [.. own.Promises.Select(promise => promise.Commitment)],
            _published is null ? null : Touching(id))
        {
            Gathering = _told.Id,
            Face = _told.Face,
            MadeAt = _told.MadeAt,
            ChangedAt = _changedAt,
        };
    }

    private BriefFeedback Told(Party from, ReportFeedback feedback) => new(_names[from.Id], from.Kind, feedback.Replies, feedback.Answer);

    private ImmutableList<ReportSection> Touching(Id<Party> party)
    {
        var own = _published!.Points
            .Where(point => point.Sources.Any(source => source.Party == party))
            .Select(point => point.Id)
            .ToHashSet();
        return
        [
            .. _sections.Select(section => section with { Points = section.Points.FindAll(point => own.Contains(point.Id)) })
                .Where(section => !section.Points.IsEmpty),
        ];
    }

    private static PlainText? NameOf(Gathering gathering, Party party) =>
        gathering.Consent?.AnswerOf(party.Id, new QuoteRef(QuoteKind.Name)) switch
        {
            { Verdict: QuoteVerdict.Withheld } => null,
            { Verdict: QuoteVerdict.Softened, Instead: { IsEmpty: false } instead } => instead,
            _ => party.Name,
        };
}
