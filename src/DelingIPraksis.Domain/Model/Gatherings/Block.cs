using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A thematic part of a gathering («bolk»): talks, and perhaps the group work.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">What ties the talks together.</param>
/// <param name="Talks">The talks («innlegg»), in order.</param>
/// <param name="HasWorkshop">Whether the group work closes this block.</param>
public sealed record Block(Id<Block> Id, PlainText Title, PlainText Introduction, ImmutableList<Talk> Talks, bool HasWorkshop);

/// <summary>A talk («innlegg») at a gathering.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its title.</param>
/// <param name="Speakers">Who gives it, in order.</param>
/// <param name="Summary">What was said, in a few sentences.</param>
/// <param name="Presentation">The address of the presentation (http or https), or null.</param>
public sealed record Talk(Id<Talk> Id, PlainText Title, ImmutableList<Speaker> Speakers, PlainText Summary, Uri? Presentation)
{
    /// <summary>Whether another talk has the same content. Lists are compared by their items.</summary>
    public bool Says(Talk other) => this with { Speakers = other.Speakers } == other && Speakers.SequenceEqual(other.Speakers);
}

/// <summary>Somebody who gives a talk.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">Where the speaker comes from.</param>
public sealed record Speaker(PlainText Name, PlainText Organisation);
