namespace DelingIPraksis.Web.Storage;

/// <summary>The log messages of the storage: ids and places, never text that somebody wrote.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 150, Level = LogLevel.Information, Message = "Gathering {Gathering} was erased")]
    public static partial void GatheringErased(ILogger logger, Guid gathering);

    [LoggerMessage(EventId = 151, Level = LogLevel.Information, Message = "The names in gathering {Gathering} were removed")]
    public static partial void NamesErased(ILogger logger, Guid gathering);

    [LoggerMessage(EventId = 170, Level = LogLevel.Information, Message = "A person in gathering {Gathering} was erased")]
    public static partial void PersonErased(ILogger logger, Guid gathering);

    [LoggerMessage(
        EventId = 152,
        Level = LogLevel.Warning,
        Message = "The database could not be written anew after an erasure; it is tried again within an hour"
    )]
    public static partial void NotCompacted(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 153,
        Level = LogLevel.Warning,
        Message = "The write-ahead log could not be emptied after an erasure, since somebody reads it; it is tried again within an hour"
    )]
    public static partial void LogNotEmptied(ILogger logger);

    [LoggerMessage(
        EventId = 154,
        Level = LogLevel.Warning,
        Message = "The snapshot of gathering {Gathering} at {Sequence} is not what was written, and is thrown away: the log is read instead"
    )]
    public static partial void SnapshotThrownAway(ILogger logger, Guid gathering, long sequence);

    [LoggerMessage(EventId = 155, Level = LogLevel.Warning, Message = "The snapshot of gathering {Gathering} could not be replaced")]
    public static partial void SnapshotNotReplaced(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(EventId = 156, Level = LogLevel.Error, Message = "A fault in what is kept: {Fault}")]
    public static partial void FaultAtStart(ILogger logger, string fault);

    [LoggerMessage(
        EventId = 157,
        Level = LogLevel.Warning,
        Message = "Others on this machine may read the data: {Path} could not be closed to them"
    )]
    public static partial void TooWide(ILogger logger, string path);

    [LoggerMessage(
        EventId = 170,
        Level = LogLevel.Warning,
        Message = "The search index could not be used and is thrown away; it is made again from the logs"
    )]
    public static partial void IndexThrownAway(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 171,
        Level = LogLevel.Error,
        Message = "The search index could not be deleted, and may have words of an erased gathering; it is tried again"
    )]
    public static partial void IndexNotDeleted(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 158, Level = LogLevel.Warning, Message = "A file of the kind {Kind} could not be kept")]
    public static partial void FileNotKept(ILogger logger, Exception fault, string kind);

    [LoggerMessage(EventId = 159, Level = LogLevel.Warning, Message = "Files that are no longer needed could not be removed; tried later")]
    public static partial void FilesNotSwept(ILogger logger, Exception fault);
}
