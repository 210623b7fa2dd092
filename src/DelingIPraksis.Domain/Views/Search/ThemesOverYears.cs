using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Searching;

/// <summary>A gathering in a series, with what somebody may find in it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">The day it was held.</param>
/// <param name="Texts">What the viewer may find in it, from <see cref="SearchableTexts"/>.</param>
public sealed record ThemedGathering(Id<Gathering> Id, PlainText Title, DateOnly Date, IReadOnlyList<SearchText> Texts);

/// <summary>A text about a theme.</summary>
/// <param name="Text">The text.</param>
/// <param name="Words">The words that caused it, as they were written; the name of the group when people put it there.</param>
public sealed record ThemedText(SearchText Text, ImmutableList<string> Words);

/// <summary>What was said about a theme at one gathering.</summary>
/// <param name="Gathering">Where.</param>
/// <param name="Barriers">The barriers, in the order they were written.</param>
/// <param name="Opportunities">The opportunities, in the order they were written.</param>
/// <param name="Points">The points of the report about it.</param>
/// <param name="Commitments">What was promised about it.</param>
public sealed record ThemeMoment(
    ThemedGathering Gathering,
    ImmutableList<ThemedText> Barriers,
    ImmutableList<ThemedText> Opportunities,
    ImmutableList<ThemedText> Points,
    ImmutableList<ThemedText> Commitments
)
{
    /// <summary>How many notes it has.</summary>
    public int Notes => Barriers.Count + Opportunities.Count;

    /// <summary>Whether anybody raised it there.</summary>
    public bool IsRaised => Notes > 0;

    /// <summary>Those who raised it, each once, in alphabetical order.</summary>
    public ImmutableList<PlainText> Who =>
        [.. Barriers.Concat(Opportunities).Select(note => note.Text.Who).Where(who => !who.IsEmpty).Distinct().Order()];
}

/// <summary>How a theme stands when the newest gathering is over.</summary>
public enum ThemeCourse
{
    /// <summary>Raised at the newest gathering, for the first time.</summary>
    New,

    /// <summary>Raised at every gathering since the first time, at least twice.</summary>
    Lasting,

    /// <summary>Raised at the newest gathering, and at an earlier one, but not at every one between.</summary>
    Back,

    /// <summary>Not raised at the newest gathering.</summary>
    Quiet,
}

/// <summary>A theme over several gatherings.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Moments">One for each gathering of the series, the oldest first, also where it was not raised.</param>
public sealed record ThemeHistory(string Key, ThemeName Name, ImmutableList<ThemeMoment> Moments)
{
    /// <summary>How many notes there are about it.</summary>
    public int Notes => Moments.Sum(moment => moment.Notes);

    /// <summary>The gatherings where it was raised, the oldest first; at least one.</summary>
    public IEnumerable<ThemeMoment> Raised => Moments.Where(moment => moment.IsRaised);

    /// <summary>How it stands.</summary>
    public ThemeCourse Course
    {
        get
        {
            var first = Moments.FindIndex(moment => moment.IsRaised);
            return !Moments[^1].IsRaised ? ThemeCourse.Quiet
                : first == Moments.Count - 1 ? ThemeCourse.New
                : Moments.Skip(first).All(moment => moment.IsRaised) ? ThemeCourse.Lasting
                : ThemeCourse.Back;
        }
    }

    /// <summary>The words that caused it, those of most notes first.</summary>
    public ImmutableList<string> Words =>
    [
        .. Moments
            .SelectMany(moment => moment.Barriers.Concat(moment.Opportunities))
            .SelectMany(note => note.Words.Select(word => word.ToLowerInvariant()).Distinct())
            .CountBy(word => word)
            .OrderByDescending(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key),
    ];

    /// <summary>Those who raised it at a gathering and at none before; empty at the first.</summary>
    public ImmutableList<PlainText> NewAt(ThemeMoment moment)
    {
        var before = Moments.TakeWhile(other => other != moment).SelectMany(other => other.Who).ToHashSet();
        return before.Count == 0 ? [] : moment.Who.RemoveAll(before.Contains);
    }

    /// <summary>The gathering before this one where it was raised, or null.</summary>
    public ThemeMoment? Before(ThemeMoment moment) => Moments.TakeWhile(other => other != moment).LastOrDefault(other => other.IsRaised);
}

/// <summary>Follows themes from gathering to gathering: raised when and by whom, what was said, what was promised, what changed.</summary>
public static class ThemesOverYears
{
    /// <summary>The themes of a series of gatherings, those with most notes first.</summary>
    /// <remarks>
    /// What people called a theme comes first, then the words of each note, as <see cref="ThemeMarks"/> says. A point is about what its
    /// notes are about. Themes are made of notes only: a point or a promise is never the only one that speaks of a theme.
    /// </remarks>
    /// <param name="gatherings">The gatherings of one network, in any order.</param>
    /// <param name="lexicon">The themes and words of the network.</param>
    public static ImmutableList<ThemeHistory> Of(IReadOnlyList<ThemedGathering> gatherings, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(gatherings);
        ArgumentNullException.ThrowIfNull(lexicon);
        List<ThemedGathering> inOrder = [.. gatherings.OrderBy(gathering => gathering.Date).ThenBy(gathering => gathering.Id)];
        var marks = MarksOf(inOrder, lexicon);
        return
        [
            .. marks
                .Where(marked => marked.Text.Note is not null)
                .Select(marked => (marked.Mark.Key, marked.Mark.Name))
                .DistinctBy(theme => theme.Key)
                .GroupJoin(marks, theme => theme.Key, marked => marked.Mark.Key, (theme, marked) => (theme, Marked: marked.ToList()))
                .Select(there => new ThemeHistory(
                    there.theme.Key,
                    there.theme.Name,
                    [
                        .. inOrder.Select((gathering, place) =>
                            MomentOf(gathering, there.Marked.FindAll(marked => marked.Gathering == place))
                        ),
                    ]
                ))
                .OrderByDescending(theme => theme.Notes)
                .ThenBy(theme => theme.Key, StringComparer.Ordinal),
        ];
    }

    private static ThemeMoment MomentOf(ThemedGathering gathering, List<Marked> marked)
    {
        return new(
            gathering,
            Those(SearchKind.Barrier),
            Those(SearchKind.Opportunity),
            Those(SearchKind.Point),
            Those(SearchKind.Commitment)
        );

        ImmutableList<ThemedText> Those(SearchKind kind) =>
            [.. marked.Where(text => text.Text.Kind == kind).Select(text => new ThemedText(text.Text, text.Mark.Words))];
    }

    private static List<Marked> MarksOf(List<ThemedGathering> gatherings, Lexicon lexicon)
    {
        var all = gatherings.SelectMany((gathering, place) => gathering.Texts.Select(text => (Text: text, Place: place))).ToList();
        var notes = all.FindAll(text => text.Text.Note is not null);
        var marks = Marks(notes, lexicon);
        var byNote = marks.ToLookup(marked => (marked.Gathering, marked.Text.Note!.Value), marked => marked.Mark);
        List<(SearchText Text, int Place)> rest = [];
        foreach (var (text, place) in all.Where(text => text.Text.Kind is SearchKind.Point or SearchKind.Commitment))
        {
            var sources = text.Sources.SelectMany(source => byNote[(place, source)]).ToList();
            if (sources.Count == 0) rest.Add((text, place));
            else
            {
                var most = sources.GroupBy(mark => mark.Key).MaxBy(same => same.Count())!;
                marks.Add(new(text, place, most.First() with { Words = [.. most.SelectMany(mark => mark.Words).Distinct()] }));
            }
        }

        marks.AddRange(Marks(rest, lexicon));
        return marks;
    }

    private static List<Marked> Marks(List<(SearchText Text, int Place)> texts, Lexicon lexicon) =>
    [
        .. texts
            .Zip(ThemeMarks.Of(texts.ConvertAll(text => (text.Text.Text, text.Text.Theme)), lexicon))
            .Where(text => text.Second is not null)
            .Select(text => new Marked(text.First.Text, text.First.Place, text.Second!)),
    ];

    private sealed record Marked(SearchText Text, int Gathering, ThemeMark Mark);
}
