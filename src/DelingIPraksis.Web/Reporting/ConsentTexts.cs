namespace DelingIPraksis.Web.Reporting;

/// <summary>The texts about quotes and the answers to them: the party's page, and the organiser's overview and letter.</summary>
public sealed class ConsentTexts;
