using System.Threading.Channels;
using DelingIPraksis.Web.Access.Factors;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Mail;

/// <summary>
/// Sends letters to accounts from memory. They are not in the outbox, because a letter that lets somebody in must not lie in the database
/// or in a copy of it. A stop loses those that wait, and whoever asked asks again.
/// </summary>
internal sealed class AccountMail(IOptions<SmtpOptions> options, TimeProvider time, ILogger<AccountMail> logger)
    : BackgroundService, IAccountMail
{
    private const int Most = 500;

    // Many may wait for a next try at once; one at a time is handed to the server.
    private const int MostTried = 100;

    // A server that greylists takes a letter after some minutes.
    private static readonly TimeSpan[] _pauses =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)];

    private readonly Channel<Letter> _letters =
        Channel.CreateBounded<Letter>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly SemaphoreSlim _server = new(1);

    public bool IsSet => options.Value.IsSet;

    public void Send(string to, string subject, string text, DateTimeOffset until) =>
        _letters.Writer.TryWrite(new(Guid.NewGuid(), to, subject, text, until));

    public override void Dispose()
    {
        _server.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsSet) return;
        try
        {
            await Parallel.ForEachAsync(
                _letters.Reader.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = MostTried, CancellationToken = stoppingToken },
                SendAsync);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops, or could not start.
        }
    }

    private async ValueTask SendAsync(Letter letter, CancellationToken stopping)
    {
        for (var tries = 0; time.GetUtcNow() < letter.Until; tries++)
        {
            if (await TryAsync(letter, stopping) is not { } fault)
            {
                MailLog.Sent(logger, letter.Id);
                return;
            }

            MailLog.Interrupted(logger, letter.Id, fault);
            if (fault == MailFault.Refused) return;
            await Task.Delay(_pauses[Math.Min(tries, _pauses.Length - 1)], time, stopping);
        }
    }

    private async Task<MailFault?> TryAsync(Letter letter, CancellationToken stopping)
    {
        await _server.WaitAsync(stopping);
        try
        {
            using var client = new SmtpClient { Timeout = options.Value.TimeoutSeconds * 1000 };
            if (await SmtpDelivery.ConnectAsync(client, options.Value, stopping) is { } away) return away;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
            await client.SendAsync(
                SmtpDelivery.MessageOf(options.Value, letter.Id, letter.To, letter.Subject, letter.Text, time.GetUtcNow()), limit.Token);
            return null;
        }
        catch (SmtpCommandException refused)
        {
            return (int)refused.StatusCode is >= 400 and < 500 ? MailFault.Later : MailFault.Refused;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested && SmtpDelivery.FaultOf(fault) is { } known)
        {
            return known;
        }
        finally
        {
            _server.Release();
        }
    }

    private sealed record Letter(Guid Id, string To, string Subject, string Text, DateTimeOffset Until);
}
