using DelingIPraksis.Domain;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Storage;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Mail;

/// <summary>
/// Sends the letters of the outbox, one after another, apart from every request. What is about to be handed over is marked first, so that a
/// stop in the middle never sends anything twice: such a letter is unsure, and those who organise decide. A server that is away or asks to
/// wait is tried again, more and more seldom, for three days.
/// </summary>
internal sealed class MailSender(
    Database database,
    MailOutbox outbox,
    IOptions<SmtpOptions> options,
    TimeProvider time,
    ILogger<MailSender> logger
) : BackgroundService
{
    /// <summary>How long a letter is tried.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>How often the outbox is looked at when nothing is put there: a letter may wait for its day.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private const int AtOnce = 50;

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    private readonly SemaphoreSlim _news = new(0, 1);

    private SmtpOptions Server => options.Value;

    public override void Dispose()
    {
        _news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Server.IsSet) return;
        outbox.Queued += Wake;
        try
        {
            var settled = false;
            while (true)
            {
                try
                {
                    if (!settled) await SettleAsync();
                    settled = true;
                    while (await SendDueAsync(stoppingToken)) stoppingToken.ThrowIfCancellationRequested();
                }
                catch (Exception fault) when (StorageErrors.IsTransient(fault))
                {
                    MailLog.NotLookedAt(logger, fault);
                }

                using var until = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(_news.WaitAsync(until.Token), Task.Delay(Pause, time, until.Token));
                await until.CancelAsync();
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            outbox.Queued -= Wake;
        }
    }

    private void Wake()
    {
        try
        {
            if (_news.CurrentCount == 0) _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two at once: it is woken.
        }
    }

    // The service was stopped while it handed them over.
    private Task SettleAsync() => database.WriteAsync(context =>
        context.Set<MailRow>().Where(mail => mail.State == MailState.Sending).ExecuteUpdateAsync(mail => mail
            .SetProperty(there => there.State, MailState.Unsure)
            .SetProperty(there => there.Fault, MailFault.Broken)
            .SetProperty(there => there.Sealed, (string?)null)));

    /// <summary>Sends what is due. True when there may be more at once.</summary>
    private async Task<bool> SendDueAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(context => context.Set<MailRow>()
            .Where(mail => mail.State == MailState.Waiting && mail.NextTryAt <= now)
            .OrderBy(mail => mail.NextTryAt)
            .Take(AtOnce)
            .ToListAsync());
        if (due.Count == 0) return false;
        using var client = new SmtpClient { Timeout = Server.TimeoutSeconds * 1000 };
        if (await SmtpDelivery.ConnectAsync(client, Server, stopping) is { } away)
        {
            MailLog.NotConnected(logger, away);
            foreach (var mail in due) await LaterAsync(mail, away, null);
            return false;
        }

        foreach (var mail in due)
        {
            stopping.ThrowIfCancellationRequested();
            // After a fault of the connection the rest waits for the next look.
            if (!await SendAsync(client, mail)) return false;
        }

        await client.DisconnectAsync(quit: true, CancellationToken.None);
        return due.Count == AtOnce;
    }

    /// <summary>Sends one. False when the connection can be used no longer.</summary>
    private async Task<bool> SendAsync(SmtpClient client, MailRow mail)
    {
        if (outbox.Open(mail) is not { } content)
        {
            await MarkAsync(mail, MailState.Failed, MailFault.Broken, null);
            return true;
        }

        // Those who organise may have taken it back, or its gathering may be erased.
        if (!await BeginAsync(mail)) return true;
        var handed = new Handed();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(Server.TimeoutSeconds));
        try
        {
            var answer = await client.SendAsync(
                SmtpDelivery.MessageOf(Server, mail.Id, mail.Email, content.Subject, content.Text, time.GetUtcNow()), limit.Token, handed);
            await MarkAsync(mail, MailState.Sent, null, answer);
            MailLog.Sent(logger, mail.Id);
            return true;
        }
        catch (SmtpCommandException refused)
        {
            // The server has said no, so it has not taken the letter.
            if ((int)refused.StatusCode is >= 400 and < 500) await LaterAsync(mail, MailFault.Later, refused.Message);
            else await MarkAsync(mail, MailState.Failed, MailFault.Refused, refused.Message);
            MailLog.NotSent(logger, mail.Id, (int)refused.StatusCode);
            return client.IsConnected;
        }
        catch (Exception fault) when (SmtpDelivery.FaultOf(fault) is { } known)
        {
            // Before the first byte of the letter the server cannot have it. After that, nobody knows.
            if (handed.Any) await MarkAsync(mail, MailState.Unsure, known, null);
            else await LaterAsync(mail, known, null);
            MailLog.Interrupted(logger, mail.Id, known);
            return false;
        }
    }

    private async Task<bool> BeginAsync(MailRow mail)
    {
        var begun = 0;
        await database.WriteAsync(async context => begun = await context.Set<MailRow>()
            .Where(there => there.Id == mail.Id && there.State == MailState.Waiting && there.Sealed == mail.Sealed)
            .ExecuteUpdateAsync(there => there.SetProperty(row => row.State, MailState.Sending)));
        return begun == 1;
    }

    private Task LaterAsync(MailRow mail, MailFault fault, string? answer)
    {
        var now = time.GetUtcNow();
        var next = now + _pauses[Math.Min(mail.Tries, _pauses.Length - 1)];
        // A letter may have waited for its day, so its tries are counted and not its age.
        var tried = _pauses.Take(mail.Tries).Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause)
            + (TimeSpan.FromHours(12) * Math.Max(0, mail.Tries - _pauses.Length));
        return tried >= Longest
            ? MarkAsync(mail, MailState.Failed, fault, answer)
            : MarkAsync(mail, MailState.Waiting, fault, answer, next);
    }

    private Task MarkAsync(MailRow mail, MailState state, MailFault? fault, string? answer, DateTimeOffset? next = null)
    {
        var said = answer is null ? null : TextTruncation.Shorten(answer, MailLimits.Answer);
        var now = time.GetUtcNow();
        return database.WriteAsync(context => context.Set<MailRow>().Where(there => there.Id == mail.Id).ExecuteUpdateAsync(there => there
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.Fault, fault)
            .SetProperty(row => row.Answer, said)
            .SetProperty(row => row.Tries, mail.Tries + 1)
            .SetProperty(row => row.NextTryAt, next ?? mail.NextTryAt)
            .SetProperty(row => row.SentAt, state == MailState.Sent ? now : null)
            // The letter has the party's link, so its words are kept only as long as they are to be sent.
            .SetProperty(row => row.Sealed, state == MailState.Waiting ? mail.Sealed : null)));
    }

    private sealed class Handed : ITransferProgress
    {
        public bool Any { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Any = true;

        public void Report(long bytesTransferred) => Any = true;
    }
}
