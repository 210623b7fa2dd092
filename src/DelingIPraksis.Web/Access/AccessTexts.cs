namespace DelingIPraksis.Web.Access;

/// <summary>Front page, joining, signing in, an organiser's gatherings.</summary>
public sealed class AccessTexts;
