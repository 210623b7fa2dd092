namespace DelingIPraksis.Web.PersonalData;

/// <summary>The texts of what is stored about a person.</summary>
public sealed class PersonTexts;
