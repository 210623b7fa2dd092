namespace DelingIPraksis.Web.Rooms;

/// <summary>The log messages of the rooms: ids and numbers, never text that somebody wrote.</summary>
internal static partial class RoomsLog
{
    [LoggerMessage(
        EventId = 100,
        Level = LogLevel.Error,
        Message = "Room {Gathering} could not keep a batch of {Count} changes; nothing of it has happened"
    )]
    public static partial void NotKept(ILogger logger, Exception fault, Guid gathering, int count);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "Room {Gathering} could not decide a change of kind {Verb}")]
    public static partial void Undecided(ILogger logger, Exception fault, Guid gathering, string verb);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Room {Gathering} could not keep a snapshot")]
    public static partial void NoSnapshot(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "Room {Gathering} did not answer")]
    public static partial void NoAnswer(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(EventId = 104, Level = LogLevel.Warning, Message = "The node could not read the log of {Gathering}")]
    public static partial void NotRead(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(
        EventId = 105,
        Level = LogLevel.Warning,
        Message = "The node's copy of {Gathering} did not fit entry {Sequence}, and is read again"
    )]
    public static partial void DidNotFit(ILogger logger, Guid gathering, long sequence);

    [LoggerMessage(
        EventId = 106,
        Level = LogLevel.Error,
        Message = "Network {Network} could not keep a change of kind {Verb}; nothing of it has happened"
    )]
    public static partial void NetworkNotKept(ILogger logger, Exception fault, Guid network, string verb);

    [LoggerMessage(
        EventId = 119,
        Level = LogLevel.Warning,
        Message = "The gatherings of network {Network} could not be given its face; tried again at its next change, and at the start"
    )]
    public static partial void FaceNotGiven(ILogger logger, Exception fault, Guid network);
}
