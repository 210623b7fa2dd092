namespace DelingIPraksis.Web.Search;

/// <summary>The log messages of the search: ids and numbers, never text that somebody wrote or looked for.</summary>
internal static partial class SearchLog
{
    [LoggerMessage(
        EventId = 400,
        Level = LogLevel.Warning,
        Message = "The search index could not be brought up to date; it is tried again"
    )]
    public static partial void NotIndexed(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 401,
        Level = LogLevel.Warning,
        Message = "Gathering {Gathering} cannot be read, and is not in the search index"
    )]
    public static partial void NotRead(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(EventId = 402, Level = LogLevel.Warning, Message = "The search index could not be read")]
    public static partial void NotSearched(ILogger logger, Exception fault);
}
