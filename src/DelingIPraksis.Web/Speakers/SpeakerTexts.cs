namespace DelingIPraksis.Web.Speakers;

/// <summary>The page of a speaker.</summary>
public sealed class SpeakerTexts;
