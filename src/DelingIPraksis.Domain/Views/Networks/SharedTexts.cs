using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Networks;

/// <summary>What a text of the group work is, to somebody who could help or be helped.</summary>
public enum SharedKind
{
    /// <summary>«Vi trenger».</summary>
    Ask,

    /// <summary>«Vi kan dele».</summary>
    Offer,

    /// <summary>A barrier on the board.</summary>
    Barrier,

    /// <summary>An opportunity on the board.</summary>
    Opportunity,
}

/// <summary>A text that others have seen, with whose it is.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
public sealed record SharedText(Id<Party> Party, SharedKind Kind, PlainText Text)
{
    /// <summary>Whether it asks for something or names a barrier.</summary>
    public bool Seeks => Kind is SharedKind.Ask or SharedKind.Barrier;

    /// <summary>
    /// Whether other municipalities of the network read its words. A party is told so when it joins, of what it asks for and offers. What
    /// stands on a board was written for the pair and the report, which names nobody, so of that only the theme is told.
    /// </summary>
    public bool IsOpen { get; init; }
}

/// <summary>The asks, offers, barriers and opportunities of a held gathering, for the search across a network.</summary>
public static class SharedTexts
{
    // Those who joined before this day were told that only the partner and those who lead read what they wrote.
    private static readonly DateTimeOffset _toldSince = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The texts of a gathering whose group work has ended; otherwise none. What was not presented and what a party has withheld is not
    /// there, and what it has softened says what it wants said.
    /// </summary>
    public static ImmutableList<SharedText> Of(Gathering gathering)
    {
        ArgumentNullException.ThrowIfNull(gathering);
        if (!gathering.Exists || gathering.Workshop.ClosedAt is not { } closed || gathering.RehearsalOf is not null) return [];
        var kept = ConsentFilter.ToKeep(gathering);
        var told = closed >= _toldSince;
        return
        [
            .. kept.PartiesInOrder.Select(party => kept.Workshop.WorkOf(party.Id))
                .SelectMany(work => Fields(work, told).Concat(Notes(work)))
                .Where(text => !text.Text.IsEmpty),
        ];
    }

    private static IEnumerable<SharedText> Fields(PartyWork work, bool told) => !work.Presented ? [] :
        from field in new[] { (TextField.Asks, SharedKind.Ask), (TextField.Offers, SharedKind.Offer) }
        where work.Texts.ContainsKey(field.Item1)
        select new SharedText(work.Party, field.Item2, work.Texts[field.Item1].Text) { IsOpen = told };

    private static IEnumerable<SharedText> Notes(PartyWork work) =>
        from note in work.Notes
        where !note.Deleted
        select new SharedText(work.Party, note.Kind == NoteKind.Barrier ? SharedKind.Barrier : SharedKind.Opportunity, note.Text);
}
