namespace DelingIPraksis.Web.Texts;

/// <summary>The facilitator's screen, and why two were put together.</summary>
public sealed class ConsoleTexts;

/// <summary>The names of the phases.</summary>
public sealed class PhaseTexts;

/// <summary>The shared screen.</summary>
public sealed class WallTexts;
