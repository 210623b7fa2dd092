namespace DelingIPraksis.Web.Console;

/// <summary>The facilitator's screen, and the reasons for a pair.</summary>
public sealed class ConsoleTexts;
