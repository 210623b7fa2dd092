using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// A part of the programme, in the order in which it was held: a thematic block («bolk») with talks and perhaps the group work, or one talk
/// outside the blocks.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its title; empty for a talk outside the blocks, which has its own.</param>
/// <param name="Introduction">What ties the talks together; empty for a talk outside the blocks.</param>
/// <param name="Talks">The talks («innlegg»), in order; exactly one when it is a talk outside the blocks.</param>
/// <param name="HasWorkshop">Whether the group work closes this block.</param>
public sealed record Block(Id<Block> Id, PlainText Title, PlainText Introduction, ImmutableList<Talk> Talks, bool HasWorkshop)
{
    /// <summary>Whether it is one talk outside the blocks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsTalk { get; init; }

    /// <summary>
    /// Whether it was held after the group work and stands after its points in the report. The rules keep these after all the others.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterPoints { get; init; }

    /// <summary>What it is called: its title, or the title of the talk that it is.</summary>
    [JsonIgnore]
    public PlainText Name => IsTalk && Talks.Count > 0 ? Talks[0].Title : Title;

    /// <summary>A talk outside the blocks.</summary>
    /// <param name="id">The identity of its place in the programme.</param>
    /// <param name="talk">The talk.</param>
    public static Block Of(Id<Block> id, Talk talk) => new(id, "", "", [talk], HasWorkshop: false) { IsTalk = true };
}

/// <summary>A talk («innlegg») at a gathering.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Speakers">Who gives it, in order.</param>
/// <param name="Summary">What was said, in a few sentences.</param>
[method: JsonConstructor]
public sealed record Talk(Id<Talk> Id, PlainText Title, ImmutableList<Speaker> Speakers, PlainText Summary)
{
    /// <summary>A talk with one presentation.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="title">Its title.</param>
    /// <param name="speakers">Who gives it, in order.</param>
    /// <param name="summary">What was said, in a few sentences.</param>
    /// <param name="presentation">The address of the presentation (http or https), or null.</param>
    public Talk(Id<Talk> id, PlainText title, ImmutableList<Speaker> speakers, PlainText summary, Uri? presentation)
        : this(id, title, speakers, summary) => Links = Link.Only(presentation);

    /// <summary>The links of the talk, in order: its presentation, or several.</summary>
    public ImmutableList<Link> Links { get; init; } = [];

    /// <summary>The presentations that are kept in this service, in order.</summary>
    [JsonIgnore]
    public ImmutableList<TalkFile> Files
    {
        get => KeptFiles ?? [];
        init => KeptFiles = value.IsEmpty ? null : value;
    }

    /// <summary>When the speaker approved the summary as it is, UTC; null when nobody has, or it was changed since.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ApprovedAt { get; init; }

    // Not written when there are none, so that a talk without files has the shape it always had.
    [JsonInclude]
    [JsonPropertyName("files")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal ImmutableList<TalkFile>? KeptFiles { get; init; }

    // Until November 2026 a talk had one address, and logs and snapshots have it under this name.
    [JsonInclude]
    [JsonPropertyName("presentation")]
    internal Uri? OnlyPresentation
    {
        init => Links = value is null ? Links : Link.Only(value);
    }

    /// <summary>
    /// Whether another talk has the same words. Lists are compared by their items. Files and the approval have verbs of their own.
    /// </summary>
    public bool Says(Talk other) =>
        this with { Speakers = other.Speakers, Links = other.Links, KeptFiles = other.KeptFiles, ApprovedAt = other.ApprovedAt } == other
        && Speakers.SequenceEqual(other.Speakers) && Links.SequenceEqual(other.Links);
}

/// <summary>A presentation that is kept in this service. Its content is kept beside the log, under its hash.</summary>
/// <param name="Id">Its identity, and that of the reference to its content.</param>
/// <param name="Name">What the one who uploaded it called it.</param>
/// <param name="Format">What it is, by its bytes: <c>pdf</c>, <c>pptx</c> or <c>odp</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">The SHA-256 of the content: 64 hexadecimal digits, lower case.</param>
public sealed record TalkFile(Id<TalkFile> Id, PlainText Name, string Format, long Size, string Hash);

/// <summary>A link to a presentation or another page, with words of its own.</summary>
/// <param name="Words">What it is called; empty when the report finds words for it, such as «Se presentasjonen: …».</param>
/// <param name="Address">Where it leads (http or https).</param>
public sealed record Link(PlainText Words, Uri Address)
{
    /// <summary>The one link to an address without words, or none.</summary>
    public static ImmutableList<Link> Only(Uri? address) => address is null ? [] : [new("", address)];
}

/// <summary>Who welcomed everybody, and what they showed. What was said is a running text of the report.</summary>
/// <param name="Speakers">Who spoke, in order.</param>
/// <param name="Links">Their presentations.</param>
public sealed record Welcome(ImmutableList<Speaker> Speakers, ImmutableList<Link> Links)
{
    /// <summary>Nothing is known of it.</summary>
    public static readonly Welcome None = new([], []);

    /// <summary>Whether nothing is known of it.</summary>
    [JsonIgnore]
    public bool IsEmpty => Speakers.IsEmpty && Links.IsEmpty;

    /// <summary>Whether another has the same content. Lists are compared by their items.</summary>
    public bool Says(Welcome other) => Speakers.SequenceEqual(other.Speakers) && Links.SequenceEqual(other.Links);
}

/// <summary>Somebody who gives a talk.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">Where the speaker comes from.</param>
public sealed record Speaker(PlainText Name, PlainText Organisation);
