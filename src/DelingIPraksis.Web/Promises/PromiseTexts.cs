namespace DelingIPraksis.Web.Promises;

/// <summary>What was promised and what became of it: the party's section, the organiser's page, and the reminder.</summary>
public sealed class PromiseTexts;
