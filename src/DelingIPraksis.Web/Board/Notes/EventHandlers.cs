using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>What js/board/notes.js tells of: the menu of a note is asked for. The framework wants this class to have this name.</summary>
[EventHandler("onnotemenu", typeof(NoteMenuEventArgs))]
public static class EventHandlers;

/// <summary>
/// The menu of a note is to be opened or closed. It comes from a browser, so the note is looked for among those that may be changed.
/// </summary>
public sealed class NoteMenuEventArgs : EventArgs
{
    /// <summary>The identity of the note.</summary>
    public string? Note { get; set; }
}
