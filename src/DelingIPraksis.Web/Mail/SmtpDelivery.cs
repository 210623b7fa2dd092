using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DelingIPraksis.Web.Mail;

/// <summary>What every letter needs of the mail server: a connection, a message, and a word for what went wrong.</summary>
internal static class SmtpDelivery
{
    /// <summary>Connects and signs in. Null when it went well.</summary>
    public static async Task<MailFault?> ConnectAsync(SmtpClient client, SmtpOptions server, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeSpan.FromSeconds(server.TimeoutSeconds));
        try
        {
            await client.ConnectAsync(server.Host, server.Port, server.SocketOptions, limit.Token);
            if (server.User.Length > 0) await client.AuthenticateAsync(server.User, server.Password, limit.Token);
            return null;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested && FaultOf(fault) is { } known)
        {
            return known;
        }
    }

    /// <summary>A letter from the service, as it is sent.</summary>
    /// <param name="server">The settings, for the sender.</param>
    /// <param name="id">The same at every try, so that a mailbox knows the letter again.</param>
    /// <param name="to">Where.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">Its text.</param>
    /// <param name="at">When it is sent.</param>
    public static MimeMessage MessageOf(SmtpOptions server, Guid id, string to, string subject, string text, DateTimeOffset at)
    {
        var from = MailboxAddress.Parse(server.From);
        var message = new MimeMessage
        {
            Subject = subject,
            Date = at,
            Body = new TextPart("plain") { Text = text },
            MessageId = $"{id:N}@{from.Domain}",
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>What a fault of the library means; null when it is no fault of the connection or the server.</summary>
    public static MailFault? FaultOf(Exception fault) => fault switch
    {
        AuthenticationException or SaslException => MailFault.SignIn,
        SslHandshakeException or NotSupportedException => MailFault.Unprotected,
        OperationCanceledException or TimeoutException => MailFault.Silent,
        SocketException { SocketErrorCode: SocketError.TimedOut } => MailFault.Silent,
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.TimedOut } } => MailFault.Silent,
        SocketException => MailFault.Unreachable,
        ServiceNotConnectedException or ServiceNotAuthenticatedException or ProtocolException or IOException => MailFault.Broken,
        // A greeting or a sign-in that is refused: «too many connections».
        SmtpCommandException => MailFault.Later,
        _ => null,
    };
}
