namespace DelingIPraksis.Web.Desk;

/// <summary>Sorting at the desk: notes found, grouped and made into points in sections.</summary>
public sealed class SortingTexts;
