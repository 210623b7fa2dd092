namespace DelingIPraksis.Web.Programme.Speakers;

/// <summary>The speakers, on the page of what is sent, and the reminder to them.</summary>
public sealed class SpeakerPanelTexts;
