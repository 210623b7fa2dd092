namespace DelingIPraksis.Web.Briefs;

/// <summary>Marks the texts of the municipality's own sheet, and of the links to it.</summary>
public sealed class BriefTexts;
