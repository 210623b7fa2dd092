namespace DelingIPraksis.Web.Networks;

/// <summary>The pages of a network.</summary>
public sealed class NetworkTexts;
