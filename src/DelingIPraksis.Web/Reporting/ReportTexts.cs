namespace DelingIPraksis.Web.Reporting;

/// <summary>The tool's texts in a report, and on the pages where reports are read.</summary>
public sealed class ReportTexts;
