namespace DelingIPraksis.Web.Operations.Installation;

/// <summary>What is wrong with the installation, and what mends it: said by <c>check</c> and on the administrator's page.</summary>
public sealed class CheckTexts;
