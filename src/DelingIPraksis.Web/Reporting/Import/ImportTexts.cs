namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>Taking in a gathering that was held before, and what is wrong with a file.</summary>
public sealed class ImportTexts;
