using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

// What only the gathering knows: the notes behind the points, and what the parties have answered.
public static partial class Preflight
{
    private const int MostVoices = 5;

    private static IEnumerable<ReportFlaw> UnwrittenFlaws(Gathering gathering)
    {
        var coverage = Coverage.Of(gathering);
        return gathering
            .Points.Where(coverage.IsUnwritten)
            .Select(point => new ReportFlaw(FlawKind.UnwrittenPoint, point.Text) { Point = point.Id });
    }

    // The largest voices: when one of them gets a point, the next is told.
    private static IEnumerable<ReportFlaw> VoiceFlaws(Gathering gathering) => (NobodyLeftOut.Of(gathering)?.Missing ?? [])
        .Take(MostVoices)
        .Select(voice => new ReportFlaw(FlawKind.LeftOut, voice.Text, Count: voice.Parties.Count) { Voice = voice });

    private static IEnumerable<ReportFlaw> ConsentFlaws(Gathering gathering, DateTimeOffset now)
    {
        if (gathering.Consent is not { CalledOffAt: null } round)
        {
            var verbatim = gathering.Points.Count(point =>
                point.Sources.Exists(source =>
                    Rules.FindNote(gathering, source) is { Deleted: false } note
                    && new Wording(note.Text).IsContainedIn(new Wording(point.Text))
                )
            );
            if (verbatim > 0) yield return new(FlawKind.ConsentNotAsked, "", Count: verbatim);
            foreach (var flaw in ConsentFilter.Flaws(gathering)) yield return flaw;
            yield break;
        }

        foreach (var flaw in ConsentFilter.Flaws(gathering)) yield return flaw;
        // The parties were told what silence means. When the deadline has passed, silence is their answer.
        if (round.SilenceMeansYes && !round.IsOpen(now)) yield break;
        foreach (var party in gathering.PartiesInOrder)
            if (
                Quotes.Of(gathering, party.Id).Count(quote => quote is { InPublication: true, Verdict: QuoteVerdict.Open })
                is > 0
                    and var open
            )
                yield return new(FlawKind.UnapprovedQuotes, party.Name, Count: open);
    }
}
