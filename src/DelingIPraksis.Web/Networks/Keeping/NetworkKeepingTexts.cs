namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>The words of the pages where a network is kept: members and settings.</summary>
public sealed class NetworkKeepingTexts;
