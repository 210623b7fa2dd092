namespace DelingIPraksis.Web.Operations.Pages;

/// <summary>How the service runs: the administrator's page.</summary>
public sealed class OperationsTexts;
