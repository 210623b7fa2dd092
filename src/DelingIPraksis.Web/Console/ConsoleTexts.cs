namespace DelingIPraksis.Web.Console;

/// <summary>The facilitator's screen, and why two were put together.</summary>
public sealed class ConsoleTexts;
