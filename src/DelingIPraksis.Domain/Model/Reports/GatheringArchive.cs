using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// What is kept of a gathering when it leaves this service, and what a gathering can be made of again: the programme, who was there, who
/// sat with whom, what was presented, handed over and put on the board, and the report. Nothing that was private, and no person.
/// </summary>
/// <remarks>
/// It is made of the same slices as the gathering itself, so that what a slice learns to hold is kept without a word here.
/// </remarks>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Blocks">The programme.</param>
/// <param name="Parties">Who was invited, in order.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Plan">Its phases.</param>
/// <param name="ClosedAt">When the group work was ended, UTC, or null.</param>
/// <param name="Pairs">Who sat with whom.</param>
/// <param name="Work">What each party has shown to others; those that have shown nothing are left out.</param>
/// <param name="Groups">The notes that were put together.</param>
/// <param name="LeftOut">The notes left out of the report on purpose.</param>
/// <param name="Sections">The sections of the organiser's own, in order.</param>
/// <param name="Points">The points of the report, in order.</param>
/// <param name="Texts">The running texts of the report that are written.</param>
public sealed record GatheringArchive(
    GatheringFacts Facts,
    ImmutableList<Block> Blocks,
    ImmutableList<Party> Parties,
    PlainText Theme,
    ImmutableList<Phase> Plan,
    DateTimeOffset? ClosedAt,
    ImmutableList<Pair> Pairs,
    ImmutableList<PartyWork> Work,
    ImmutableList<NoteGroup> Groups,
    ImmutableList<NoteRef> LeftOut,
    ImmutableList<Section> Sections,
    ImmutableList<Point> Points,
    ImmutableSortedDictionary<ReportText, PlainText> Texts)
{
    /// <summary>Who welcomed everybody.</summary>
    public Welcome Welcome { get; init; } = Welcome.None;

    /// <summary>What was chosen to be in the report.</summary>
    public ReportChoices Choices { get; init; } = ReportChoices.Usual;

    /// <summary>What the parties answered to their invitations; null when none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<Id<Party>, Rsvp>? Rsvps { get; init; }

    /// <summary>
    /// That the parties were asked what they may be quoted on, with what they have answered for the words that are left; null when they
    /// were not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConsentRound? Consent { get; init; }
}
