namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>The pages where an earlier report is brought in.</summary>
public sealed class EarlierTexts;
