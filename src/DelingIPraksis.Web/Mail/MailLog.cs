namespace DelingIPraksis.Web.Mail;

/// <summary>The log messages of e-mail: never an address, a name, a link or a word of a letter.</summary>
internal static partial class MailLog
{
    [LoggerMessage(EventId = 700, Level = LogLevel.Information, Message = "A letter was sent: {Mail}")]
    public static partial void Sent(ILogger logger, Guid mail);

    [LoggerMessage(EventId = 701, Level = LogLevel.Warning, Message = "The mail server did not take letter {Mail}: {Status}")]
    public static partial void NotSent(ILogger logger, Guid mail, int status);

    [LoggerMessage(EventId = 702, Level = LogLevel.Warning, Message = "Letter {Mail} was interrupted: {Fault}")]
    public static partial void Interrupted(ILogger logger, Guid mail, MailFault fault);

    [LoggerMessage(EventId = 703, Level = LogLevel.Warning, Message = "The mail server was not reached: {Fault}. It is tried again")]
    public static partial void NotConnected(ILogger logger, MailFault fault);

    [LoggerMessage(EventId = 704, Level = LogLevel.Warning, Message = "The outbox could not be read. It is looked at again within minutes")]
    public static partial void NotLookedAt(ILogger logger, Exception fault);
}
