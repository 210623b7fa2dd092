namespace DelingIPraksis.Web.Pictures;

/// <summary>Why a picture that somebody chose was not taken in.</summary>
public sealed class PictureTexts;
