namespace DelingIPraksis.Web.Board;

/// <summary>Notes and what one does with them: whom they are for, what they are about, moving them, a table with one screen.</summary>
public sealed class NoteTexts;
