namespace DelingIPraksis.Web.Desk.Pictures;

/// <summary>The pictures of the report, on the desk.</summary>
public sealed class PicturePanelTexts;
