namespace DelingIPraksis.Web.Rehearsal;

/// <summary>The rehearsal.</summary>
public sealed class RehearsalTexts;
