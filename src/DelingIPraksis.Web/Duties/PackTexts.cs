namespace DelingIPraksis.Web.Duties;

/// <summary>The data protection officer's pack.</summary>
public sealed class PackTexts;
