namespace DelingIPraksis.Domain.Gatherings;

/// <summary>The change is an action in the console's history, when somebody other than a participant has asked for it.</summary>
public interface IInHistory;

/// <summary>
/// The change can be undone from the log, by the changes that <see cref="Undo.Of"/> gives. A leader's change that cannot be undone says
/// why: <see cref="NotUndoableAttribute"/>. A participant writes its own text again instead. The organiser's changes are undone on the page
/// where they were made.
/// </summary>
public interface IUndoable : IInHistory;
