namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>The texts about importing an earlier gathering, and about what is wrong with a file.</summary>
public sealed class ImportTexts;
