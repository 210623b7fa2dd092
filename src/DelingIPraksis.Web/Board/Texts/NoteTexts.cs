namespace DelingIPraksis.Web.Board;

/// <summary>Texts about notes: whom they are for, what they are about, moving them, a table with one screen.</summary>
public sealed class NoteTexts;
