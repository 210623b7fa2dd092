namespace DelingIPraksis.Web.Search.OverYears;

/// <summary>The words of the themes over the years.</summary>
public sealed class OverYearsTexts;
