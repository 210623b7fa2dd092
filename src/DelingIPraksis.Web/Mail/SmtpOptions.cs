using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DelingIPraksis.Web.Mail;

/// <summary>How a connection to the mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>The server must begin TLS on the open connection (RFC 3207); usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual on port 465.</summary>
    Tls,

    /// <summary>Nothing. Only without a password, or to a server on this machine.</summary>
    None,
}

/// <summary>The settings for e-mail; the section <c>Smtp</c> of the configuration. Without a host, nothing is sent.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Smtp";

    /// <summary>The mail server, or empty.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port, 1 to 65535.</summary>
    public int Port { get; set; } = 587;

    /// <summary>The user name there; empty when the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The password there. Best set in the environment, as <c>Smtp__Password</c>.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender, such as <c>Deling i praksis &lt;ikke-svar@kommune.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>How long the server has for each answer, 1 to 300 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsSet => Host.Length > 0;

    /// <summary>The same in the library's words.</summary>
    internal SecureSocketOptions SocketOptions => Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}

internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        List<string> faults = [];
        if (!options.IsSet)
        {
            if (options.From.Length + options.User.Length + options.Password.Length > 0)
                faults.Add(StartWords.Say("SmtpHost"));
            return Answer(faults);
        }

        if (options.Port is < 1 or > 65535) faults.Add(StartWords.Say("SmtpPort", options.Port));
        if (options.TimeoutSeconds is < 1 or > 300) faults.Add(StartWords.Say("SmtpTimeout", options.TimeoutSeconds));
        if (!MailboxAddress.TryParse(options.From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
            faults.Add(StartWords.Say("SmtpFrom", options.From));
        if (options.User.Length > 0 != options.Password.Length > 0) faults.Add(StartWords.Say("SmtpUser"));
        if (!Enum.IsDefined(options.Security)) faults.Add(StartWords.Say("SmtpSecurity"));
        else if (options is { Security: SmtpSecurity.None, Password.Length: > 0 } && !PublicAddress.IsLoopback(options.Host))
            faults.Add(StartWords.Say("SmtpOpen"));
        return Answer(faults);
    }

    private static ValidateOptionsResult Answer(List<string> faults) =>
        faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
}
