namespace DelingIPraksis.Web.Demo;

/// <summary>The texts of the page where a visitor tries all the roles.</summary>
public sealed class DemoTexts;
