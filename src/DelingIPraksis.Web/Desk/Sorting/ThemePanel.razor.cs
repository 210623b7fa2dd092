using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Suggests themes for the notes that are in no group and not left out: a note that was grouped by hand is never moved.
/// The suggestion does not change until it is applied or closed, whatever is written meanwhile.
/// </summary>
public sealed partial class ThemePanel : GatheringPart<DeskSession>
{
    private IReadOnlyList<Row> _themes = [];
    private IReadOnlyList<BoardNote> _without = [];
    private int _looked;
    private bool _read;
    private Granularity _granularity = Granularity.Medium;
    private ElementReference _panel;

    [Parameter]
    public EventCallback OnClose { get; set; }

    protected override Task OnInitializedAsync() => SuggestAsync();

    private async Task DivideAsync(ChangeEventArgs change)
    {
        if (!Enum.TryParse(change.Value as string, out _granularity)) return;
        await SuggestAsync();
    }

    private async Task SuggestAsync()
    {
        var notes = Session
            .Notes.Where(note => Session.GroupOf(note.Where) is null && Session.Coverage.UsageOf(note.Where) != NoteUsage.LeftOut)
            .ToList();
        var options = new ThemeOptions { Subject = View.Theme, Granularity = _granularity };
        var proposal = ThemeSuggestions.Suggest(notes.ConvertAll(note => note.Note.Text), await Session.LexiconAsync(), options);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        (_looked, _read) = (notes.Count, true);
        _themes = [.. proposal.Themes.Select((theme, index) => new Row(
                        $"theme-{index}",
                        theme.Name.In(language),
                        theme.Words,
                        [.. theme.Notes.Select(note => (notes[note.Index], (IReadOnlyList<string>)note.Words))],
            Session.GroupNamed(theme.Name.In(language)) is not null))];
        _without = proposal.Unthemed.ConvertAll(index => notes[index]);
    }

    private async Task FocusAsync() => await _panel.FocusAsync();

    private async Task ApplyAsync()
    {
        var wanted = _themes
            .Where(theme => theme.Wanted && theme.Kept.Any())
            .Select(theme => (theme.Name, Notes: theme.Kept.ToList()))
            .ToList();
        // Somebody may have deleted a note, or put it in a group, since the suggestion was made.
        var free = wanted.Select(theme =>
            (theme.Name, theme.Notes.Where(note => Session.NoteOf(note) is not null && Session.GroupOf(note) is null).ToImmutableList())
        );
        if (await TryAsync(Session.ApplyAsync(free))) await OnClose.InvokeAsync();
    }

    private sealed class Row(
        string id,
        string name,
        IReadOnlyList<string> words,
        IReadOnlyList<(BoardNote Note, IReadOnlyList<string> Words)> notes,
        bool isThere
    )
    {
        public string Id => id;

        public string Name { get; set; } = name;

        public IReadOnlyList<string> Words => words;

        public IReadOnlyList<(BoardNote Note, IReadOnlyList<string> Words)> Notes => notes;

        /// <summary>A theme with one note is offered and not ticked, unless its group already exists.</summary>
        public bool IsAlone => notes.Count == 1 && !isThere;

        public bool Wanted { get; set; } = notes.Count > 1 || isThere;

        public HashSet<NoteRef> Without { get; } = [];

        public IEnumerable<NoteRef> Kept => notes.Select(note => note.Note.Where).Where(note => !Without.Contains(note));

        public void Leave(NoteRef note, bool without)
        {
            if (without) Without.Add(note);
            else Without.Remove(note);
        }
    }
}

/// <summary>Words marked in a text.</summary>
internal static class Marked
{
    /// <summary>The text in pieces, with whether each is one of the words.</summary>
    public static IEnumerable<(string Piece, bool Told)> Of(string text, IReadOnlyList<string> words)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = words.Where(word => word.Length > 0)
                .Select(word => (Place: text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase), word.Length))
                .Where(found => found.Place >= 0)
                .OrderBy(found => found.Place)
                .ThenByDescending(found => found.Length)
                .FirstOrDefault((Place: -1, Length: 0));
            if (next.Place < 0) break;
            if (next.Place > at) yield return (text[at..next.Place], false);
            yield return (text.Substring(next.Place, next.Length), true);
            at = next.Place + next.Length;
        }

        if (at < text.Length) yield return (text[at..], false);
    }
}
