using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The JSON of the report for other programs, and the archive that can be imported. Its shape is separate from the domain and stays stable
/// when the domain changes. The descriptions of the fields here are the descriptions in the published schema.
/// </summary>
/// <remarks>All fields are optional to the reader, which reports what is missing and where. Null fields are not written.</remarks>
[Description(
    "A gathering and its report. The archive edition (arkiv) can be taken in again; the publication (publisering) tells nothing of who "
    + "wrote what."
)]
public sealed record ReportJson(
    [property: JsonPropertyName("$schema"), Description("Where this schema lies, for editors; not read.")] string? Schema,
    [property: Description("Always deling-i-praksis/rapport.")] string? Format,
    [property: Description("The version of this shape; a change that breaks a reader gives a new number.")] int? Version,
    [property: Description("arkiv or publisering. Only arkiv can be taken in.")] string? Edition,
    [property: Description(
        "The identity of the gathering, 32 hexadecimal digits. Left out, one is made of what the file says, so that the same file is "
        + "still the same gathering."
    )]
        string? Id,
    [property: Description("Title, date, host.")] GatheringJsonFacts? Gathering,
    [property: Description(
        "The running texts of the report that are written: about, welcome, workshop, closing. Blank lines part paragraphs."
    )]
        ImmutableSortedDictionary<string, string>? Texts,
    [property: Description("Who welcomed everybody, and what they showed; left out when that is not known.")] WelcomeJson? Welcome,
    [property: Description("What was chosen to be in the report. Only in the archive.")] ChoicesJson? Choices,
    [property: Description("The programme, in the order in which it was held.")] IReadOnlyList<BlockJson>? Blocks,
    [property: Description("Who was invited, in order. Only in the archive.")] IReadOnlyList<PartyJson>? Parties,
    [property: Description(
        "Who took part and is named in the publication. Only there: in the archive parties says it."
    )]
        IReadOnlyList<ParticipantJson>? Participants,
    [property: Description("The group work.")] WorkshopJson? Workshop,
    [property: Description("The points about what stands in the way, in order.")] IReadOnlyList<PointJson>? Barriers,
    [property: Description("The points about what could open up, in order.")] IReadOnlyList<PointJson>? Opportunities,
    [property: Description("The points that ask something of national bodies, in order.")] IReadOnlyList<PointJson>? Asks,
    [property: Description("Sections that the organiser has named, in order.")] IReadOnlyList<SectionJson>? Sections,
    [property: Description("Notes that the organiser has put together. Only in the archive.")] IReadOnlyList<NoteGroupJson>? NoteGroups,
    [property: Description("The ids of notes left out of the report on purpose. Only in the archive.")] IReadOnlyList<string>? LeftOut,
    [property: Description("All notes: in the order they came in the archive, by the alphabet in the publication.")]
        IReadOnlyList<NoteJson>? Notes,
    [property: Description(
        "That the parties were asked what they may be quoted on, and what they have answered; left out when they were not. Only in the "
        + "archive."
    )]
        ConsentJson? Consent = null,
    [property: Description("The pictures of the report, in order; left out when there are none. Not read.")]
        IReadOnlyList<PictureJson>? Pictures = null,
    [property: Description(
        "Whether the points leave anybody out; left out when there are no points or no notes. Only in the archive. Not read when taken in."
    )]
        NobodyLeftOutJson? NobodyLeftOut = null
)
{
    [Description("What became of the promises of an earlier gathering, in figures; left out when the report does not tell.")]
    public EarlierPromisesJson? EarlierPromises { get; init; }

    public const string FormatName = "deling-i-praksis/rapport";
    public const int CurrentVersion = 1;
}

[Description("What is known of a gathering before anybody has said anything at it.")]
public sealed record GatheringJsonFacts(
    [property: Description("The network that meets, by the name it had.")] string? Network,
    [property: Description("Who the network is, in a few sentences.")] string? NetworkAbout,
    [property: Description("The title of the gathering and of its report.")] string? Title,
    [property: Description("Which one in the series, 1 to 999; left out when the network does not count.")] int? Number,
    [property: Description("The day it was held.")] DateOnly? Date,
    [property: Description("When it began, by the clock in Norway.")] TimeOnly? StartsAt,
    [property: Description("When it ended.")] TimeOnly? EndsAt,
    [property: Description("Who was host.")] string? Host,
    [property: Description("Where, or that it was digital.")] string? Place,
    [property: Description("What it was about, as those invited were told.")] string? Ingress,
    [property: Description("The language of the report: nb, nn or en.")] string? Language,
    [property: Description("Where the report was first published, for a gathering from before this tool (http or https).")]
        string? OriginalReport = null);

[Description("What was chosen to be in the report; what is left out is as it is before anybody has chosen.")]
public sealed record ChoicesJson(
    [property: Description("The publication says who worked together; true when left out.")] bool? Names,
    [property: Description(
        "The archive for people to read has the feedback and the answers to it; true when left out. This file always has it."
    )]
        bool? Feedback,
    [property: Description("Notes are told with how many wanted to bring them to the plenary; true when left out.")] bool? Votes,
    [property: Description("Groups that have written nothing are named too; true when left out.")] bool? EmptyGroups,
    [property: Description("The publication says what is taken home, without telling by whom; false when left out.")] bool? Commitments,
    [property: Description("How others may use the publication; nothing is said of it when left out.")] Licence? Licence = null);

[Description("A part of the programme: a thematic block, or one talk outside the blocks.")]
public sealed record BlockJson(
    [property: Description("Its title; of a talk outside the blocks the title of the talk, which is read from the talk.")] string? Title,
    [property: Description("What ties the talks together.")] string? Introduction,
    [property: Description("Whether the group work closes this block.")] bool? HasWorkshop,
    [property: Description("The talks, in order; one when it is a talk outside the blocks.")] IReadOnlyList<TalkJson>? Talks,
    [property: Description("Whether it is one talk outside the blocks; false when left out.")] bool? IsTalk = null,
    [property: Description("Whether it was held after the group work and stands after its points; false when left out.")]
        bool? AfterPoints = null);

[Description("A talk.")]
public sealed record TalkJson(
    [property: Description("Its title.")] string? Title,
    [property: Description("Who gave it, in order.")] IReadOnlyList<SpeakerJson>? Speakers,
    [property: Description("What was said, in a few sentences.")] string? Summary,
    [property: Description("Where the presentation lies (http or https), when that is the only link and has no words of its own.")]
        string? Presentation,
    [property: Description("The links, in order, when there are several or they have words of their own.")]
        IReadOnlyList<LinkJson>? Links = null,
    [property: Description(
        "The presentations that are kept in the service, in order; left out when there are none. Read with the bundle.")]
        IReadOnlyList<TalkFileJson>? Files = null);

[Description("A presentation that is kept in the service, and lies in the bundle.")]
public sealed record TalkFileJson(
    [property: Description("What it was called when it was uploaded.")] string? Name,
    [property: Description("pdf, pptx or odp.")] string? Format,
    [property: Description("Bytes.")] long? Size,
    [property: Description("Where it lies in the bundle.")] string? Path,
    [property: Description("The SHA-256 of its content, in hexadecimal digits.")] string? Sha256);

[Description("A picture of the report, which lies in the bundle.")]
public sealed record PictureJson(
    [property: Description("What stands below it.")] string? Caption,
    [property: Description("What it shows, for those who cannot see it.")] string? Alternative,
    [property: Description("Who took or made it.")] string? Credit,
    [property: Description("Where it lies in the bundle.")] string? Path,
    [property: Description("Pixels across.")] int? Width,
    [property: Description("Pixels down.")] int? Height,
    [property: Description("The SHA-256 of its content, in hexadecimal digits.")] string? Sha256);

[Description("A link.")]
public sealed record LinkJson(
    [property: Description("What it is called; left out when it has no words of its own.")] string? Words,
    [property: Description("Where it leads (http or https).")] string? Address);

[Description("Who welcomed everybody, and what they showed. What was said is texts.welcome.")]
public sealed record WelcomeJson(
    [property: Description("Who spoke, in order.")] IReadOnlyList<SpeakerJson>? Speakers,
    [property: Description("The links, in order.")] IReadOnlyList<LinkJson>? Links);

[Description("One who took part.")]
public sealed record ParticipantJson(
    [property: Description("The name.")] string? Name,
    [property: Description("Which sort of organisation it is.")] PartyKind? Kind);

[Description("Somebody who gave a talk.")]
public sealed record SpeakerJson(
    [property: Description("The name.")] string? Name,
    [property: Description("Where the speaker comes from.")] string? Organisation);

[Description("One who was invited.")]
public sealed record PartyJson(
    [property: Description(
        "What it is called everywhere else in this file, when two have the same name; otherwise the name is the key, and this is left out."
    )]
        string? Key,
    [property: Description("The name it had at the gathering.")] string? Name,
    [property: Description("The number in the official register: four digits for a municipality, two for a county.")]
        string? RegisterNumber,
    [property: Description("Which sort of organisation it is; other when left out.")] PartyKind? Kind,
    [property: Description("The county it lies in.")] string? County,
    [property: Description("False when it did not take part after all.")] bool? TookPart = null);
