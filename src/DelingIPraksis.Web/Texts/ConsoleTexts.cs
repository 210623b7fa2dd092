namespace DelingIPraksis.Web.Texts;

/// <summary>The facilitator's screen, and why two were put together.</summary>
public sealed class ConsoleTexts;

/// <summary>The names of the phases.</summary>
public sealed class PhaseTexts;

/// <summary>The shared screen.</summary>
public sealed class WallTexts;

/// <summary>What those who lead do with the pairs and with each other, and how it is undone.</summary>
public sealed class ConductingTexts;

/// <summary>What a session that is over can teach.</summary>
public sealed class AfterwardsTexts;

/// <summary>The rehearsal.</summary>
public sealed class RehearsalTexts;
