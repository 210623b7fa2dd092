using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>
/// An earlier report as it was understood: every paragraph of the original as pieces with a role, and the facts, parties and pairs that
/// the words tell of. The gathering is the pieces in order, by their roles, so a correction is another role, another text or another place.
/// </summary>
/// <param name="Facts">The facts that were found; what was not found has an empty text.</param>
/// <param name="Pieces">All that stood in the original, in order.</param>
/// <param name="Parties">Who took part.</param>
/// <param name="Pairs">Who sat together, as places in <paramref name="Parties"/>.</param>
public sealed partial record EarlierReport(
    ImmutableSortedDictionary<ReportFact, Found> Facts,
    ImmutableList<Piece> Pieces,
    ImmutableList<FoundParty> Parties,
    ImmutableList<ImmutableList<int>> Pairs)
{
    /// <summary>The language it is written in.</summary>
    public Language Language { get; init; }

    /// <summary>What was found of a fact; an empty text when nothing was.</summary>
    public Found FactOf(ReportFact fact) => Facts.GetValueOrDefault(fact, Found.Nothing);

    /// <summary>The same with another text of a fact, as somebody has written it.</summary>
    public EarlierReport With(ReportFact fact, PlainText text) =>
        this with { Facts = Facts.SetItem(fact, FactOf(fact) with { Text = text.OnOneLine, Certainty = Certainty.Certain }) };
}

/// <summary>The facts of a gathering that a report tells.</summary>
public enum ReportFact
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The network.</summary>
    Network,

    /// <summary>Which one in the series, as digits.</summary>
    Number,

    /// <summary>The first day, as <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>The host.</summary>
    Host,

    /// <summary>Where it was held, or that it was digital.</summary>
    Place,
}

/// <summary>How certain a proposal is.</summary>
public enum Certainty
{
    /// <summary>The original says so in words, or somebody has decided it.</summary>
    Certain,

    /// <summary>Its form and its place say so.</summary>
    Likely,

    /// <summary>It is the best of several readings.</summary>
    Guess,
}

/// <summary>A fact that was found.</summary>
/// <param name="Text">What was found.</param>
/// <param name="Paragraph">The number of the paragraph it stands in, or -1.</param>
/// <param name="Certainty">How certain it is.</param>
/// <param name="Written">The words of the original when they say something else, such as «7. juni 20021»; else empty.</param>
public sealed record Found(PlainText Text, int Paragraph, Certainty Certainty, PlainText Written = default)
{
    /// <summary>Nothing was found.</summary>
    public static readonly Found Nothing = new("", -1, Certainty.Guess);
}

/// <summary>Somebody who took part.</summary>
/// <param name="Name">The name it has in the register, or in the report.</param>
/// <param name="RegisterNumber">The number in the register, or null.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="County">Its county, or null.</param>
/// <param name="Paragraph">The number of the paragraph where it is first named.</param>
/// <param name="Certainty">How certain it is that it took part.</param>
public sealed record FoundParty(
    PlainText Name,
    string? RegisterNumber,
    PartyKind Kind,
    string? County,
    int Paragraph = -1,
    Certainty Certainty = Certainty.Certain);

/// <summary>Finds a municipality or a county by a name, with or without «kommune»; null when there is none, or more than one.</summary>
/// <param name="written">The name as it is written.</param>
public delegate FoundParty? RegisterLookup(string written);

/// <summary>The register as it was on a day; that of today when the day is null.</summary>
/// <param name="day">The day of the gathering, as far as its report tells.</param>
public delegate RegisterLookup RegisterOn(DateOnly? day);

/// <summary>A part of the original with one role.</summary>
/// <param name="Number">Its identity; the numbers need not be in order.</param>
/// <param name="Paragraph">The number of the paragraph it stands in.</param>
/// <param name="Original">The words of the original that it is, unchanged.</param>
/// <param name="Role">What it is in the gathering.</param>
/// <param name="Text">What it says there.</param>
/// <param name="Certainty">How certain the role is.</param>
public sealed record Piece(int Number, int Paragraph, PlainText Original, PieceRole Role, PlainText Text, Certainty Certainty)
{
    /// <summary>Who speaks, for a talk and for the welcome.</summary>
    public ImmutableList<Speaker> Speakers { get; init; } = [];

    /// <summary>The links in it.</summary>
    public ImmutableList<SourceLink> Links { get; init; } = [];

    /// <summary>Why it is left out, for a piece with the role <see cref="PieceRole.LeftOut"/>.</summary>
    public LeftOutReason Reason { get; init; }
}

/// <summary>What a piece of an earlier report is in the gathering.</summary>
public enum PieceRole
{
    /// <summary>It is told by the facts: the title, or a line such as «Sted: Lom».</summary>
    Fact,

    /// <summary>Who the network is.</summary>
    NetworkAbout,

    /// <summary>About the gathering and the report.</summary>
    About,

    /// <summary>What the host said.</summary>
    Welcome,

    /// <summary>The title of a block.</summary>
    Block,

    /// <summary>The introduction of a block.</summary>
    BlockText,

    /// <summary>The title of a talk in the block above.</summary>
    Talk,

    /// <summary>The title of a talk outside all blocks.</summary>
    TalkAlone,

    /// <summary>What was said in the talk above.</summary>
    TalkText,

    /// <summary>The link to the presentation of the talk above, or to that of the welcome.</summary>
    Link,

    /// <summary>How the group work was done.</summary>
    GroupWork,

    /// <summary>A barrier.</summary>
    Barrier,

    /// <summary>An opportunity.</summary>
    Opportunity,

    /// <summary>A request to national bodies.</summary>
    Ask,

    /// <summary>The title of another section of points.</summary>
    Section,

    /// <summary>A point in the section above.</summary>
    Point,

    /// <summary>The closing words.</summary>
    Closing,

    /// <summary>It is told by something else: the list of those who took part, the pairs, or a speaker's name.</summary>
    Told,

    /// <summary>It is not in the gathering.</summary>
    LeftOut,
}

/// <summary>Why a piece is not in the gathering.</summary>
public enum LeftOutReason
{
    /// <summary>Somebody has chosen so.</summary>
    Chosen,

    /// <summary>It is a heading, and its place in the report says the same.</summary>
    Heading,

    /// <summary>The same words stand elsewhere.</summary>
    Repeated,

    /// <summary>It belongs to the page: a menu, a table of contents, a caption.</summary>
    Page,

    /// <summary>It is practical: a break, a meal, the head of a table.</summary>
    Practical,

    /// <summary>It asks the reader to follow a link, and the address is not there.</summary>
    NoAddress,
}
