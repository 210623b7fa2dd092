namespace DelingIPraksis.Web.Demo;

/// <summary>The page where one person tries all the roles.</summary>
public sealed class DemoTexts;
