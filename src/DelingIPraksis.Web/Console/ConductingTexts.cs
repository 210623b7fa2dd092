namespace DelingIPraksis.Web.Console;

/// <summary>The facilitators' actions on pairs and on the lead, and undo.</summary>
public sealed class ConductingTexts;
