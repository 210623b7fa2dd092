namespace DelingIPraksis.Web.Networks.Look;

/// <summary>Where the logo and the colours of a network are set.</summary>
public sealed class FaceTexts;
