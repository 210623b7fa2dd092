namespace DelingIPraksis.Web.Search;

/// <summary>The words of the search.</summary>
public sealed class SearchTexts;
