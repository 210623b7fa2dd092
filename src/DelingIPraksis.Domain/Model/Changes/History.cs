namespace DelingIPraksis.Domain.Gatherings;

/// <summary>The change is an action in the console's history, when somebody other than a participant has asked for it.</summary>
public interface IInHistory;

/// <summary>
/// The change can be undone from the log, by the changes that <see cref="Undo.Of"/> gives. A leader's change that is not undoable says why:
/// <see cref="NotUndoableAttribute"/>. What a participant writes is its own and is written again; what an organiser does alone is undone by
/// the page it was done on.
/// </summary>
public interface IUndoable : IInHistory;
