namespace DelingIPraksis.Web.Desk;

/// <summary>The desk: points, texts of the report, publishing.</summary>
public sealed class DeskTexts;
