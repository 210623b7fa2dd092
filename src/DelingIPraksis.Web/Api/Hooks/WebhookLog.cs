namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>The log messages of receivers: never an address, a secret or a title.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(EventId = 720, Level = LogLevel.Warning, Message = "Message {Id} was not taken: {Fault}, status {Status}")]
    public static partial void NotTaken(ILogger logger, Guid id, WebhookFault fault, int status);

    [LoggerMessage(EventId = 721, Level = LogLevel.Error, Message = "Message {Id} to the receiver {Webhook} was given up")]
    public static partial void GivenUp(ILogger logger, Guid id, Guid webhook);

    [LoggerMessage(EventId = 722, Level = LogLevel.Warning, Message = "The messages to receivers could not be read")]
    public static partial void NotLookedAt(ILogger logger, Exception fault);
}
