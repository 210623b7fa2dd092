namespace DelingIPraksis.Domain.Gatherings;

// On which screen a change is undone. A change has one of these markers at most: a screen undoes its own changes, and no other's.

/// <summary>The change is an action in the console's history, when somebody other than a participant has asked for it.</summary>
public interface IOfConsole;

/// <summary>The change is made on the programme, where a gathering is set up.</summary>
public interface IOfProgramme;

/// <summary>The change is made on the desk, where the report is written.</summary>
public interface IOfDesk;

/// <summary>
/// The change can be undone from the log, by the changes that <see cref="Undo.Of"/> gives, on the screen that its other marker names. A
/// leader's change that is not undoable says why: <see cref="NotUndoableAttribute"/>. What a participant writes is its own and is written
/// again.
/// </summary>
public interface IUndoable;
