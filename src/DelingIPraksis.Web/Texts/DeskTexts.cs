namespace DelingIPraksis.Web.Texts;

/// <summary>The desk: points over notes, the running texts, publishing.</summary>
public sealed class DeskTexts;
