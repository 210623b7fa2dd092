namespace DelingIPraksis.Web.Api;

/// <summary>The page where a network's owner makes keys for other programs.</summary>
public sealed class ApiTexts;
