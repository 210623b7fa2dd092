namespace DelingIPraksis.Web.Storage;

/// <summary>Why a file that somebody chose was not kept.</summary>
public sealed class FileTexts;
