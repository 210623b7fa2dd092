namespace DelingIPraksis.Web.Networks.Introductions;

/// <summary>Who asks and who offers across a network, and the contact cards that two share.</summary>
public sealed class IntroductionTexts;
