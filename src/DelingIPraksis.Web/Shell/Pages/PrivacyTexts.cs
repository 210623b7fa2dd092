namespace DelingIPraksis.Web.Shell.Pages;

/// <summary>The texts about what is stored, for how long, and who reads it.</summary>
public sealed class PrivacyTexts;
