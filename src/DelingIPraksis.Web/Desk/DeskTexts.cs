namespace DelingIPraksis.Web.Desk;

/// <summary>The desk: points over notes, the running texts, publishing.</summary>
public sealed class DeskTexts;
