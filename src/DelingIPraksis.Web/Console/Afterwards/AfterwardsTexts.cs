namespace DelingIPraksis.Web.Console.Afterwards;

/// <summary>The page about a finished session.</summary>
public sealed class AfterwardsTexts;
