using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The report as other programs read it: a shape of its own, kept stable while the domain changes. Described in <c>docs/exports.md</c>.</summary>
public sealed record ReportJson(
    string Format,
    int Version,
    string Edition,
    GatheringJsonFacts Gathering,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<BlockJson> Blocks,
    WorkshopJson Workshop,
    ImmutableArray<PointJson> Barriers,
    ImmutableArray<PointJson> Opportunities,
    ImmutableArray<PointJson> Asks,
    ImmutableArray<SectionJson> Sections,
    ImmutableArray<NoteJson> Notes)
{
    public const string FormatName = "deling-i-praksis/rapport";
    public const int CurrentVersion = 1;
}

public sealed record GatheringJsonFacts(string Network, string NetworkAbout, string Title, int? Number, DateOnly Date, string Host, string Place, string Language);

public sealed record BlockJson(string Title, string Introduction, bool HasWorkshop, ImmutableArray<TalkJson> Talks);

public sealed record TalkJson(string Title, ImmutableArray<SpeakerJson> Speakers, string Summary, string? Presentation);

public sealed record SpeakerJson(string Name, string Organisation);

public sealed record WorkshopJson(string Theme, ImmutableArray<GroupJson> Groups);

public sealed record GroupJson(ImmutableArray<string> Members, ImmutableArray<ContributionJson>? Contributions);

public sealed record ContributionJson(string Party, ImmutableSortedDictionary<TextField, string> Texts, ImmutableArray<FeedbackJson> Feedback, CommitmentJson? Commitment);

public sealed record FeedbackJson(string From, ImmutableSortedDictionary<FeedbackPrompt, string> Replies, string Answer);

public sealed record CommitmentJson(string What, string Owner, DateOnly? By);

public sealed record SectionJson(string Id, string Title, ImmutableArray<PointJson> Points);

public sealed record PointJson(string Text, ImmutableArray<string>? Sources);

public sealed record NoteJson(NoteKind Kind, string Text, string? Theme, Addressee? To, int Votes, ImmutableArray<PointPlaceJson> UsedIn, NoteOriginJson? Origin);

public sealed record PointPlaceJson(string List, int Number);

public sealed record NoteOriginJson(string Id, string Party, string? WrittenBy, ImmutableArray<string> Group, DateTimeOffset At, ImmutableArray<string> AgreedBy);
