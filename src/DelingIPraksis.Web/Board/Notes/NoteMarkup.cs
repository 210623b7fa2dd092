using System.Runtime.CompilerServices;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What a note looks like, as the browser reads it. Everybody in a pair sees the same notes, so each string is kept once, as long as
/// the note is there, and not once for each screen. Not a render tree: twenty notes took 46 frames for each of them and 90 KB of every
/// circuit, since the framework keeps the one before as well; so it takes 9 (tests/Load, P1).
/// </summary>
internal static class NoteMarkup
{
    private static readonly ConditionalWeakTable<Note, List<MarkupString>> _kept = [];

    /// <summary>The words of a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="id">Its identity, as the page has it.</param>
    /// <param name="showAll">The words on the button that unfolds a long one.</param>
    public static MarkupString Words(Note note, string id, string showAll) => Shared(note, IsLong(note.Text.Value)
        ? MarkupBuilder.Of(
            $"""
            <span class="text folds" id="text-{id}" data-fold>{note.Text.Value}</span><button type="button"
            class="btn-link unfold" data-unfold hidden>{showAll}</button>
            """
        )
        : MarkupBuilder.Of($"""<span class="text" id="text-{id}">{note.Text.Value}</span>"""));

    /// <summary>Whether a text may take more lines than a note is shown with; the browser measures those (js/board/columns.js).</summary>
    public static bool IsLong(string text) => text.Length > 120 || text.Count(letter => letter == '\n') > 4;

    /// <summary>The same string as was made of this note before, for this or another screen.</summary>
    public static string Shared(Note note, string made) => Shared(note, new MarkupString(made)).Value;

    /// <summary>The same markup as was made of this note before, for this or another screen.</summary>
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
