namespace DelingIPraksis.Web.Board;

/// <summary>Texts about unsent words and a lost connection.</summary>
public sealed class LineTexts;
