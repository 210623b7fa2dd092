using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Searching;

/// <summary>
/// What can be found in a gathering: by those who lead, own or follow it, what their view shows and may still be told; by everybody, what
/// the published page says. An index is made of this and nothing else.
/// </summary>
public static class SearchableTexts
{
    /// <summary>What an actor may find in a gathering; empty for those who do not follow all pairs.</summary>
    /// <remarks>
    /// Words that a party has withheld are found by nobody, also not where the board still shows them to the organiser. Words that a party
    /// has softened are found as it wants them said.
    /// </remarks>
    public static ImmutableList<SearchText> Of(GatheringView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.FollowsAll ? Written([.. OfView(view.AsKept())]) : [];
    }

    /// <summary>What everybody may find in a published report: only what its page says, without who wrote what.</summary>
    /// <param name="report">The publication.</param>
    /// <exception cref="ArgumentException">The report is the archive, which says who wrote what.</exception>
    public static ImmutableList<SearchText> Of(GatheringReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Attributed
            ? throw new ArgumentException("Only the publication is for everybody.", nameof(report))
            : Written([.. OfReport(report)]);
    }

    private static ImmutableList<SearchText> Written(IEnumerable<SearchText> texts) =>
        [.. texts.Where(text => !text.Text.IsEmpty || !text.Heading.IsEmpty)];

    private static IEnumerable<SearchText> OfView(GatheringView view)
    {
        yield return OfFacts(view.Facts) with
        {
            Text = Joined(view.Facts.Ingress, view.Facts.NetworkAbout),
            Theme = view.Theme,
        };
        foreach (var text in OfBlocks(view.Blocks)) yield return text;
        foreach (var part in Enum.GetValues<ReportText>()) yield return OfProse(part, view.ReportText(part));
        var titles = view.Sections.ToDictionary(section => section.Id, section => section.Title);
        foreach (var point in view.Points)
            yield return OfPoint(point.Id, point.Section, titles.GetValueOrDefault(point.Section), point.Text) with
            {
                Sources = point.Sources,
            };
        foreach (var text in OfNotes(view)) yield return text;
        foreach (var party in view.Parties)
        {
            if (view.Work(party.Id) is not { } work) continue;
            // The view of the application itself has what is not presented too. A search never has.
            foreach (var field in work.Presented ? Enum.GetValues<TextField>() : [])
                yield return By(party, $"own:{party.Id}:{(int)field}", SearchKind.OwnWork, work.Text(field).Text) with { Field = field };
            foreach (var text in OfFeedback(view, party, work)) yield return text;
            foreach (var (id, commitment) in work.Promises.Select(promise => (promise.Id, promise.Commitment)))
                yield return By(party, $"commitment:{party.Id}:{id}", SearchKind.Commitment, commitment.What) with { By = commitment.By };
        }
    }

    private static IEnumerable<SearchText> OfNotes(GatheringView view)
    {
        var groups = view
            .Groups.SelectMany(group => group.Notes.Select(note => (note, group.Name)))
            .DistinctBy(placed => placed.note)
            .ToDictionary(placed => placed.note, placed => placed.Name);
        foreach (var (where, note) in view.AllNotes)
        {
            if (view.Party(where.Party) is not { } party) continue;
            var kind = note.Kind == NoteKind.Barrier ? SearchKind.Barrier : SearchKind.Opportunity;
            yield return By(party, $"note:{where.Party}:{where.Note}", kind, note.Text) with
            {
                Note = where,
                Theme = groups.GetValueOrDefault(where, note.Theme),
            };
        }
    }

    private static IEnumerable<SearchText> OfFeedback(GatheringView view, Party party, WorkView work)
    {
        foreach (var other in view.Parties)
        {
            var given = work.FeedbackTo(other.Id);
            // Neither has it what is not handed over.
            if (given.HandedOverAt is null) continue;
            foreach (var reply in given.Written())
                yield return By(
                    party,
                    $"feedback:{party.Id}:{other.Id}:{(int)reply.Prompt}:{(int)reply.Part}",
                    SearchKind.Feedback,
                    reply.Text
                );
            yield return By(other, $"answer:{party.Id}:{other.Id}", SearchKind.Feedback, given.Answer.Text);
        }
    }

    private static IEnumerable<SearchText> OfReport(GatheringReport report)
    {
        yield return OfFacts(report.Facts) with
        {
            Text = report.Facts.NetworkAbout,
            // The names of those who worked together stand on the page.
            Who = string.Join(", ", report.Groups.Where(group => group.Members.Count > 1).SelectMany(group => group.Members)),
        };
        foreach (var text in OfBlocks(report.Blocks)) yield return text;
        foreach (var (part, text) in report.Texts) yield return OfProse(part, text);
        foreach (var section in report.Sections)
            foreach (var point in section.Points) yield return OfPoint(point.Id, section.Id, section.Title, point.Text);
        foreach (var (place, commitment) in report.Commitments.Index())
            yield return new SearchText($"commitment:{place}", SearchKind.Commitment, commitment.What.OnOneLine) { By = commitment.By };
    }

    private static SearchText OfFacts(GatheringFacts facts) => new("facts", SearchKind.Gathering, "")
    {
        Heading = facts.Title,
        Who = facts.Host,
    };

    private static IEnumerable<SearchText> OfBlocks(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return new SearchText($"block:{block.Id}", SearchKind.Talk, block.Introduction) { Heading = block.Title };
            foreach (var talk in block.Talks)
                yield return new SearchText($"talk:{talk.Id}", SearchKind.Talk, talk.Summary)
                {
                    Heading = talk.Title,
                    Who = string.Join(", ", talk.Speakers.Select(NameOf)),
                };
        }
    }

    private static SearchText OfProse(ReportText part, PlainText text) =>
        new($"text:{(int)part}", SearchKind.Prose, text) { Prose = part };

    private static SearchText OfPoint(Id<Point> point, Id<Section> section, PlainText title, PlainText text) =>
        new($"point:{point}", SearchKind.Point, text) { Heading = title, Section = section };

    private static SearchText By(Party party, string reference, SearchKind kind, PlainText text) =>
        new(reference, kind, text) { Who = party.Name, Party = party.Id };

    private static PlainText Joined(PlainText one, PlainText other) =>
        one.IsEmpty ? other : other.IsEmpty ? one : $"{one.Value}\n\n{other.Value}";

    private static string NameOf(Speaker speaker) =>
        speaker.Organisation.IsEmpty ? speaker.Name.Value : $"{speaker.Name.Value}, {speaker.Organisation.Value}";
}
