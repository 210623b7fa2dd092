using System.Runtime.CompilerServices;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// The HTML of a note. Everybody in a pair sees the same notes, so each string is kept once while the note exists, and not once for each
/// screen. It is not a render tree: with one, twenty notes took 46 frames each and 90 KB of every circuit, because the framework also
/// keeps the previous tree. With strings a note takes 9 (tests/Load, P1).
/// </summary>
internal static class NoteMarkup
{
    private static readonly ConditionalWeakTable<Note, List<MarkupString>> _kept = [];

    /// <summary>The text of a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="id">Its id in the page.</param>
    /// <param name="showAll">The label of the button that unfolds a long note.</param>
    public static MarkupString Words(Note note, string id, string showAll) => Shared(note, IsLong(note.Text.Value)
        ? MarkupBuilder.Of(
            $"""
            <span class="text folds" id="text-{id}" data-fold>{note.Text.Value}</span><button type="button"
            class="btn-link unfold" data-unfold hidden>{showAll}</button>
            """
        )
        : MarkupBuilder.Of($"""<span class="text" id="text-{id}">{note.Text.Value}</span>"""));

    /// <summary>Whether a text may need more lines than a folded note shows. The browser measures them (js/board/columns.js).</summary>
    public static bool IsLong(string text) => text.Length > 120 || text.Count(letter => letter == '\n') > 4;

    /// <summary>The equal string that was already made for this note, on this or another screen; otherwise the new one.</summary>
    public static string Shared(Note note, string made) => Shared(note, new MarkupString(made)).Value;

    /// <summary>The equal markup that was already made for this note, on this or another screen; otherwise the new one.</summary>
    public static MarkupString Shared(Note note, MarkupString made)
    {
        var kept = _kept.GetOrCreateValue(note);
        lock (kept)
        {
            var at = kept.IndexOf(made);
            if (at >= 0) return kept[at];
            kept.Add(made);
            return made;
        }
    }
}
