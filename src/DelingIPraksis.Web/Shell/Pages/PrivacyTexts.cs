namespace DelingIPraksis.Web.Shell.Pages;

/// <summary>What is stored, for how long, and who reads it.</summary>
public sealed class PrivacyTexts;
