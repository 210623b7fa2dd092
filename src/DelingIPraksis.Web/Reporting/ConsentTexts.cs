namespace DelingIPraksis.Web.Reporting;

/// <summary>What a party is quoted on, and what it says of it: the party's page, and the organiser's overview and letter.</summary>
public sealed class ConsentTexts;
