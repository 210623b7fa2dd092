using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace DelingIPraksis.Support;

/// <summary>A real mail server on a port of its own. What it takes it keeps; what it does with an address, the test decides.</summary>
public sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string To, string Text)> _taken = [];

    private MailServer(int port) => Port = port;

    /// <summary>Where it answers, on this machine.</summary>
    public int Port { get; }

    /// <summary>What it has taken: to whom, and the whole message as it was sent.</summary>
    public IReadOnlyCollection<(string To, string Text)> Taken => _taken;

    /// <summary>What it answers to a letter for an address; takes everything when it is not set.</summary>
    public Func<string, SmtpResponse> Answers { get; set; } = _ => SmtpResponse.Ok;

    /// <summary>The settings of an application that sends by it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Smtp:Host", "127.0.0.1"),
        ("Smtp:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Smtp:From", "Deling i praksis <ikke-svar@deling.example>"),
        ("Smtp:Security", "None"),
        ("Smtp:TimeoutSeconds", "3"),
    ];

    /// <summary>A server that answers.</summary>
    public static MailServer Started()
    {
        var made = new MailServer(FreePort());
        var services = new ServiceProvider();
        services.Add(new Store(made));
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Port(made.Port).Build();
        _ = new SmtpServer.SmtpServer(options, services).StartAsync(made._stop.Token);
        return made;
    }

    /// <summary>A port that takes connections and never says a word.</summary>
    public static TcpListener Silent()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            var to = transaction.To.Select(mailbox => mailbox.AsAddress()).Single();
            var answer = server.Answers(to);
            if (answer == SmtpResponse.Ok) server._taken.Enqueue((to, Encoding.UTF8.GetString(buffer.ToArray())));
            return Task.FromResult(answer);
        }
    }
}
