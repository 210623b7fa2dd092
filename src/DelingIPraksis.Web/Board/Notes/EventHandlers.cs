using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>Declares the event that js/board/notes.js sends to open the menu of a note. Blazor requires this class name.</summary>
[EventHandler("onnotemenu", typeof(NoteMenuEventArgs))]
public static class EventHandlers;

/// <summary>
/// Asks to open or close the menu of a note. It comes from a browser, so the note is looked up among those that may be changed.
/// </summary>
public sealed class NoteMenuEventArgs : EventArgs
{
    /// <summary>The id of the note.</summary>
    public string? Note { get; set; }
}
