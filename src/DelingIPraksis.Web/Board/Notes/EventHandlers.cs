using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>What js/notes.js tells of: a note dragged, a key or a button pressed on it. The framework wants this class to have this name.</summary>
[EventHandler("onnoteact", typeof(NoteActEventArgs))]
public static class EventHandlers;

/// <summary>What somebody did to a note by hand. It comes from a browser, so the note is looked for among those that may be changed.</summary>
public sealed class NoteActEventArgs : EventArgs
{
    /// <summary>The identity of the note.</summary>
    public string? Note { get; set; }

    /// <summary><c>barrier</c> or <c>opportunity</c> to move it there, <c>delete</c>, <c>menu</c>, <c>agree</c>, <c>vote</c>.</summary>
    public string? Act { get; set; }
}
