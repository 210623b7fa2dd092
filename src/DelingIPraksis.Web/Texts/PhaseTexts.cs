namespace DelingIPraksis.Web.Texts;

/// <summary>The names of the phases.</summary>
public sealed class PhaseTexts;
