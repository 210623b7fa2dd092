using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// The report of a whole gathering in the house form: about, welcome, blocks with talks, group work, barriers, opportunities, closing.
/// The one projection that every page and every file reads.
/// </summary>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Texts">The running texts; those that are not written are left out.</param>
/// <param name="Blocks">The programme.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Groups">Who worked together; with what they wrote only in the attributed archive.</param>
/// <param name="Barriers">The points of that list, in order.</param>
/// <param name="Opportunities">The points of that list, in order.</param>
/// <param name="Attributed">Whether it tells who wrote what: true in the archive, false in the publication.</param>
public sealed record GatheringReport(
    GatheringFacts Facts,
    ImmutableSortedDictionary<ReportText, PlainText> Texts,
    ImmutableList<Block> Blocks,
    PlainText Theme,
    ImmutableList<ReportGroup> Groups,
    ImmutableList<ReportPoint> Barriers,
    ImmutableList<ReportPoint> Opportunities,
    bool Attributed)
{
    /// <summary>Makes the report of a gathering as it is.</summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="attributed">True for the archive, with who wrote what; false for the publication.</param>
    public static GatheringReport Of(Gathering gathering, bool attributed) => new(
        gathering.Facts,
        gathering.ReportTexts.Where(text => !text.Value.IsEmpty).ToImmutableSortedDictionary(),
        gathering.Blocks,
        gathering.Workshop.Theme,
        [.. gathering.Workshop.Pairs.Select(pair => ReportGroup.Of(gathering, pair, attributed))],
        PointsOf(gathering, NoteKind.Barrier, attributed),
        PointsOf(gathering, NoteKind.Opportunity, attributed),
        attributed);

    /// <summary>A running text, or empty.</summary>
    public PlainText Text(ReportText part) => Texts.GetValueOrDefault(part);

    private static ImmutableList<ReportPoint> PointsOf(Gathering gathering, NoteKind kind, bool attributed) =>
        [.. gathering.Points.Where(point => point.Kind == kind).Select(point => new ReportPoint(
            point.Id,
            point.Text,
            attributed ? [.. point.Sources.Select(source => SourceOf(gathering, source)).OfType<ReportNote>()] : []))];

    private static ReportNote? SourceOf(Gathering gathering, NoteRef source) =>
        gathering.Workshop.WorkOf(source.Party).Notes.Find(note => note.Id == source.Note) is { } note
            ? ReportNote.Of(gathering, source.Party, note)
            : null;
}

/// <summary>A line of one of the two lists.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Text">What it says.</param>
/// <param name="Sources">The notes behind it; only in the attributed archive.</param>
public sealed record ReportPoint(Id<Point> Id, PlainText Text, ImmutableList<ReportNote> Sources);

/// <summary>A note as the archive keeps it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Kind">Barrier or opportunity.</param>
/// <param name="Text">What it says.</param>
/// <param name="Party">Whose it is.</param>
/// <param name="At">When it came, UTC.</param>
/// <param name="AgreedBy">The names of the parties that agreed.</param>
/// <param name="Votes">How many wanted to bring it to the plenary.</param>
public sealed record ReportNote(Id<Note> Id, NoteKind Kind, PlainText Text, PlainText Party, DateTimeOffset At, ImmutableList<PlainText> AgreedBy, int Votes)
{
    internal static ReportNote Of(Gathering gathering, Id<Party> party, Note note) => new(
        note.Id, note.Kind, note.Text, gathering.Parties[party].Name, note.At,
        [.. note.AgreedBy.Select(other => gathering.Parties[other].Name)], note.Votes.Count);
}

/// <summary>A pair in the report.</summary>
/// <param name="Members">The names, in the order of their turns.</param>
/// <param name="Contributions">What each wrote; only in the attributed archive.</param>
public sealed record ReportGroup(ImmutableList<PlainText> Members, ImmutableList<ReportContribution> Contributions)
{
    internal static ReportGroup Of(Gathering gathering, Pair pair, bool attributed) => new(
        [.. pair.Members.Select(member => gathering.Parties[member].Name)],
        attributed ? [.. pair.Members.Select(member => ReportContribution.Of(gathering, pair, member))] : []);
}

/// <summary>The four acts of one party as one record: what it presented, what its partner said, what it answered, and its notes.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Challenge">The challenge.</param>
/// <param name="Solutions">The proposed solutions.</param>
/// <param name="Commenter">Who commented.</param>
/// <param name="Feedback">How the partner experienced it, by prompt; only what was handed over.</param>
/// <param name="Answer">What the party answered.</param>
/// <param name="Notes">Its notes, in order.</param>
/// <param name="Commitment">What it takes home, or null.</param>
public sealed record ReportContribution(
    PlainText Party,
    PlainText Challenge,
    PlainText Solutions,
    PlainText Commenter,
    ImmutableSortedDictionary<FeedbackPrompt, PlainText> Feedback,
    PlainText Answer,
    ImmutableList<ReportNote> Notes,
    Commitment? Commitment)
{
    internal static ReportContribution Of(Gathering gathering, Pair pair, Id<Party> party)
    {
        var work = gathering.Workshop.WorkOf(party);
        var commenter = pair.CommenterOf(party);
        var feedback = gathering.Workshop.WorkOf(commenter).FeedbackTo(party);
        var handedOver = feedback.HandedOverAt is not null;
        return new(
            gathering.Parties[party].Name,
            work.Presented ? work.Text(TextField.Challenge).Text : "",
            work.Presented ? work.Text(TextField.Solutions).Text : "",
            gathering.Parties[commenter].Name,
            handedOver
                ? feedback.Replies.Where(reply => !reply.Value.Text.IsEmpty).ToImmutableSortedDictionary(reply => reply.Key, reply => reply.Value.Text)
                : ImmutableSortedDictionary<FeedbackPrompt, PlainText>.Empty,
            handedOver ? feedback.Answer.Text : "",
            [.. work.Notes.Where(note => !note.Deleted).Select(note => ReportNote.Of(gathering, party, note))],
            work.Commitment);
    }
}
