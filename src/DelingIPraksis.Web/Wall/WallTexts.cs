namespace DelingIPraksis.Web.Wall;

/// <summary>The shared screen.</summary>
public sealed class WallTexts;
