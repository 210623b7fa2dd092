using System.Collections.Immutable;
using System.ComponentModel;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Reporting.Files;

[Description("The group work: its theme, its plan and who sat together.")]
public sealed record WorkshopJson(
    [property: Description("What it was about.")] string? Theme,
    [property: Description("Its phases, in order; the usual ones when left out. Only in the archive.")] IReadOnlyList<PhaseJson>? Plan,
    [property: Description("When it was ended, UTC. Only in the archive.")] DateTimeOffset? ClosedAt,
    [property: Description("Those who sat together; in the archive also each who sat alone, if it wrote anything.")]
        IReadOnlyList<GroupJson>? Groups
);

[Description("A phase of the plan.")]
public sealed record PhaseJson(
    [property: Description("What was done.")] PhaseKind? Kind,
    [property: Description("Planned length, 1 to 480 minutes.")] int? Minutes,
    [property: Description("The organiser's instruction to all, or to the one whose turn it is.")] string? ForPresenter,
    [property: Description("The organiser's instruction to those who listen.")] string? ForCommenter)
{
    [Description("Whether a round with new partners begins here; left out when not.")]
    public bool? NewRound { get; init; }
}

[Description("Those who sat together: two, or three.")]
public sealed record GroupJson(
    [property: Description("The parties, in the order of their turns.")] IReadOnlyList<string>? Members,
    [property: Description("What each of them showed the others. Only in the archive, and only in the first group of a party.")]
        IReadOnlyList<ContributionJson>? Contributions)
{
    [Description("The round they sat together in, from 1; left out when there was only one.")]
    public int? Round { get; init; }
}

[Description("The four acts of one party: what it presented, what others said of it, what it answered, what it took home.")]
public sealed record ContributionJson(
    [property: Description("Whose.")] string? Party,
    [property: Description("What it presented, by field.")] ImmutableSortedDictionary<TextField, string>? Texts,
    [property: Description("What was handed over to it.")] IReadOnlyList<FeedbackJson>? Feedback,
    [property: Description("What it took home.")] CommitmentJson? Commitment);

[Description("What one party said of another's description.")]
public sealed record FeedbackJson(
    [property: Description("Who said it.")] string? From,
    [property: Description("About the whole, by prompt.")] ImmutableSortedDictionary<FeedbackPrompt, string>? Replies,
    [property: Description("About the challenge, by prompt.")] ImmutableSortedDictionary<FeedbackPrompt, string>? OnChallenge,
    [property: Description("About the solutions, by prompt.")] ImmutableSortedDictionary<FeedbackPrompt, string>? OnSolutions,
    [property: Description("What the one it was for answered.")] string? Answer,
    [property: Description("When it was handed over, UTC; noon of the day when left out.")] DateTimeOffset? At);

[Description("What a party took home.")]
public sealed record CommitmentJson(
    [property: Description("What it will do.")] string? What,
    [property: Description("Who sees to it.")] string? Owner,
    [property: Description("By when.")] DateOnly? By);

[Description("A section of points that the organiser has named.")]
public sealed record SectionJson(
    [property: Description("Its identity, 32 hexadecimal digits.")] string? Id,
    [property: Description("What it is called.")] string? Title,
    [property: Description("Its points, in order.")] IReadOnlyList<PointJson>? Points);

[Description("A line of the report.")]
public sealed record PointJson(
    [property: Description("What it says.")] string? Text,
    [property: Description("The ids of the notes it was written over. Only in the archive.")] IReadOnlyList<string>? Sources,
    [property: Description("True when somebody stands for words that were borrowed of one of its notes. Only in the archive.")]
        bool? Confirmed = null,
    [property: Description(
        "The language it is written in (nb, nn or en), when that is not the language of the report. Not read when taken in."
    )]
        string? Language = null
);

[Description("Notes that were put together under a name.")]
public sealed record NoteGroupJson(
    [property: Description("The name.")] string? Name,
    [property: Description("The ids of the notes.")] IReadOnlyList<string>? Notes);

[Description("A note: one barrier or one opportunity.")]
public sealed record NoteJson(
    [property: Description("Which of the two.")] NoteKind? Kind,
    [property: Description("What it says.")] string? Text,
    [property: Description("What it is about, in a word or two.")] string? Theme,
    [property: Description("Who could do something about it.")] Addressee? To,
    [property: Description("How many parties wanted to bring it to the plenary. Not read when taken in: votedBy tells.")] int? Votes,
    [property: Description("The points written over it. Not read when taken in: the points' sources tell.")]
        IReadOnlyList<PointPlaceJson>? UsedIn,
    [property: Description("The id of the barrier that this opportunity answers. Only in the archive.")] string? Answers,
    [property: Description("Where it comes from. Only in the archive.")] NoteOriginJson? Origin,
    [property: Description(
        "The language it is written in (nb, nn or en), when that is not the language of the report. Not read when taken in."
    )]
        string? Language = null
);

[Description("A place in a list of points.")]
public sealed record PointPlaceJson(
    [property: Description("barrier, opportunity, ask, or the id of a section.")] string? List,
    [property: Description("The number in that list, from 1.")] int? Number);

[Description("Where a note comes from.")]
public sealed record NoteOriginJson(
    [property: Description("Its identity, 32 hexadecimal digits; made from its place when left out.")] string? Id,
    [property: Description("Whose it is.")] string? Party,
    [property: Description("Who wrote it down for that party, when it did not itself.")] string? WrittenBy,
    [property: Description("Those it was written together with. Not read when taken in: the groups tell.")] IReadOnlyList<string>? Group,
    [property: Description("When it came, UTC; noon of the day when left out.")] DateTimeOffset? At,
    [property: Description("The parties that agreed.")] IReadOnlyList<string>? AgreedBy,
    [property: Description("The parties that wanted to bring it to the plenary.")] IReadOnlyList<string>? VotedBy)
{
    [Description("The round it was written in, from 1; left out in the first.")]
    public int? Round { get; init; }
}

[Description(
    "Whether the points leave anybody out (justified representation): a voice is missing when as many parties as a point's share have "
    + "notes in common, and none of them wrote, agreed with or voted for a note under a point."
)]
public sealed record NobodyLeftOutJson(
    [property: Description("How many parties have written a note, agreed with one or voted for one.")] int? Parties,
    [property: Description("How many points there are, in all sections.")] int? Points,
    [property: Description("How many parties are as many as a point's share: parties divided by points, rounded up.")] int? Share,
    [property: Description("The voices without a point, those of most parties first; empty when nobody is left out.")]
        IReadOnlyList<MissingVoiceJson>? Missing);

[Description("Parties that have notes in common and no point.")]
public sealed record MissingVoiceJson(
    [property: Description("What their notes are about; left out when it is one note, or notes that say the same.")] string? Theme,
    [property: Description("Which parties.")] IReadOnlyList<string>? Parties,
    [property: Description("The id of the note that was suggested for a point.")] string? Note);
