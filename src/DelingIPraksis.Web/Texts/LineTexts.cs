namespace DelingIPraksis.Web.Texts;

/// <summary>Texts about unsent words and a lost connection.</summary>
public sealed class LineTexts;
