using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Notes that have something in common.</summary>
/// <param name="Theme">What they are about; null when it is one note, or notes that say the same.</param>
/// <param name="Notes">The notes, by their place among those of the gathering.</param>
internal readonly record struct Voice(ThemeName? Theme, ImmutableList<int> Notes);

/// <summary>What the notes of a gathering have in common.</summary>
internal static class Voices
{
    /// <summary>
    /// The most notes that are compared for saying the same. It takes some tenths of a second; beyond it their themes speak for them.
    /// </summary>
    private const int MostCompared = 2_000;

    // The words of the board stay as they are while points are written, so they are read once for each state of the board.
    private static readonly ConditionalWeakTable<ImmutableSortedDictionary<Id<Party>, PartyWork>, ImmutableList<Voice>> Read = [];

    /// <summary>
    /// All voices, the most particular first: each note alone, notes that say the same, the organiser's groups, the themes that the writers
    /// gave, and the themes that the notes' own words suggest.
    /// </summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="notes">Its notes that are not deleted, in order.</param>
    public static ImmutableList<Voice> Of(Gathering gathering, List<BoardNote> notes)
    {
        var place = notes.Index().ToDictionary(note => note.Item.Where, note => note.Index);
        if (!Read.TryGetValue(gathering.Workshop.Work, out var read))
            Read.AddOrUpdate(gathering.Workshop.Work, read = InTheWords(notes.ConvertAll(note => note.Note.Text)));
        return
        [
            .. notes.Select((_, index) => new Voice(null, [index])),
            .. read.Where(voice => voice.Theme is null),
            .. gathering.Groups
                .Select(group => new Voice(
                    ThemeName.AsWritten(group.Name.Value),
                    [.. group.Notes.Where(place.ContainsKey).Select(note => place[note])]
                ))
                .Where(voice => !voice.Notes.IsEmpty),
            .. notes.Index()
                .Where(note => !note.Item.Note.Theme.IsEmpty)
                .GroupBy(note => note.Item.Note.Theme.Value.ToUpperInvariant(), StringComparer.Ordinal)
                .Select(same => new Voice(
                    ThemeName.AsWritten(same.First().Item.Note.Theme.Value), [.. same.Select(note => note.Index)])),
            .. read.Where(voice => voice.Theme is not null),
        ];
    }

    private static ImmutableList<Voice> InTheWords(List<PlainText> texts) =>
    [
        .. (texts.Count > MostCompared ? [] : NearDuplicates.Find(texts, Lexicon.Standard)).Select(same => new Voice(null, same.Notes)),
        .. ThemeSuggestions.Suggest(texts, Lexicon.Standard).Themes
            .Select(theme => new Voice(theme.Name, [.. theme.Notes.Concat(theme.Also).Select(note => note.Index)])),
    ];
}
