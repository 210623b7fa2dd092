namespace DelingIPraksis.Web.Operations;

/// <summary>The log messages of copies: places and figures, never text that somebody wrote.</summary>
internal static partial class OperationsLog
{
    [LoggerMessage(EventId = 220, Level = LogLevel.Information, Message = "A copy was taken: {Path}")]
    public static partial void CopyTaken(ILogger logger, string path);

    [LoggerMessage(EventId = 221, Level = LogLevel.Error, Message = "The copy was not taken, and is tried again: {Fault}")]
    public static partial void CopyNotTaken(ILogger logger, Exception exception, string fault);

    [LoggerMessage(EventId = 222, Level = LogLevel.Warning, Message = "The copies could not be looked at; they are looked at again")]
    public static partial void CopiesNotLookedAt(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 223,
        Level = LogLevel.Information,
        Message = "The copy {Path} was restored as a trial: {Gatherings} gatherings, {Entries} entries"
    )]
    public static partial void CopyRestored(ILogger logger, string path, int gatherings, long entries);

    [LoggerMessage(EventId = 224, Level = LogLevel.Error, Message = "The copy {Path} could not be restored: {Fault}")]
    public static partial void CopyNotRestored(ILogger logger, Exception exception, string path, string fault);

    [LoggerMessage(EventId = 225, Level = LogLevel.Error, Message = "A fault in the copy {Path}: {Fault}")]
    public static partial void FaultInCopy(ILogger logger, string path, string fault);
}
