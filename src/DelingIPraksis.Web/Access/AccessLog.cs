using DelingIPraksis.Web.Access.Codes;

namespace DelingIPraksis.Web.Access;

/// <summary>The log messages of access: never a name, a code, a link or an address.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(
        EventId = 300,
        Level = LogLevel.Warning,
        Message = "A live connection was refused: it did not come from a page of ours ({Origins} Origin headers). If the service has "
            + "another address than its proxy asks for, name it in Access:Origins"
    )]
    public static partial void ForeignOrigin(ILogger logger, int origins);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "Somebody signed in: {User}")]
    public static partial void SignedIn(ILogger logger, Guid user);

    [LoggerMessage(EventId = 302, Level = LogLevel.Warning, Message = "Signing in failed, from {Source}")]
    public static partial void SignInFailed(ILogger logger, string source);

    /// <summary>Tells of a failed sign-in with a name for where it came from, which is no address.</summary>
    public static void SignInFailed(ILogger logger, HttpContext http) =>
        SignInFailed(logger, SourceName.Of(http.Connection.RemoteIpAddress));

    [LoggerMessage(EventId = 303, Level = LogLevel.Information, Message = "The first organiser was made: {User}")]
    public static partial void FirstOrganiserMade(ILogger logger, Guid user);

    [LoggerMessage(EventId = 304, Level = LogLevel.Warning, Message = "A gathering could not be made whole: {Refusal}")]
    public static partial void GatheringNotMade(ILogger logger, string refusal);

    [LoggerMessage(
        EventId = 307,
        Level = LogLevel.Warning,
        Message = "Gathering {Gathering} could not be looked after: what is not to be kept longer is still there. It is tried again "
            + "within hours"
    )]
    public static partial void NotLookedAfter(ILogger logger, Exception fault, Guid gathering);

    [LoggerMessage(
        EventId = 308,
        Level = LogLevel.Warning,
        Message = "The clock of the machine has gone {Days} days ahead of what was kept before. Nothing is erased before the service has "
            + "run for a day on it. If the clock is wrong, set it and start again"
    )]
    public static partial void ClockDoubted(ILogger logger, int days);

    [LoggerMessage(EventId = 309, Level = LogLevel.Information, Message = "A link for a new password was made for {User}")]
    public static partial void RecoveryOffered(ILogger logger, Guid user);

    [LoggerMessage(EventId = 310, Level = LogLevel.Information, Message = "{User} has a new password by a link")]
    public static partial void Recovered(ILogger logger, Guid user);

    [LoggerMessage(EventId = 311, Level = LogLevel.Warning, Message = "A letter with a link for a new password could not be made")]
    public static partial void RecoveryNotSent(ILogger logger, Exception fault);
}
