using System.Net.Mime;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>
/// Hands messages to their receivers, apart from every request. A message is at a receiver at least once, and has the same id at every try.
/// What is not taken is tried again, more and more seldom, for three days, also after a restart. Then it is given up, which the page of the
/// network tells.
/// </summary>
internal sealed class WebhookSender(
    Database database,
    Webhooks hooks,
    NodeFeed feed,
    PublicAddress address,
    IHttpClientFactory clients,
    TimeProvider time,
    ILogger<WebhookSender> logger
) : BackgroundService
{
    /// <summary>The name of its client.</summary>
    public const string Client = nameof(WebhookSender);

    /// <summary>How often it looks when nothing is put out.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const int AtOnce = 8;
    private const int Most = 200;

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private readonly SemaphoreSlim _news = new(0, 1);

    public override void Dispose()
    {
        _news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hooks.Added += Wake;
        feed.Delivered += WakeForEntry;
        try
        {
            while (true)
            {
                try
                {
                    await SendDueAsync(stoppingToken);
                }
                catch (Exception fault) when (StorageErrors.IsTransient(fault))
                {
                    WebhookLog.NotLookedAt(logger, fault);
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
            hooks.Added -= Wake;
            feed.Delivered -= WakeForEntry;
        }
    }

    private void WakeForEntry(Domain.Id<Domain.Gatherings.Gathering> gathering)
    {
        if (hooks.TakeQueued()) Wake();
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

    private async Task SendDueAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(context => (
            from message in context.Set<WebhookMessage>()
            where message.NextTryAt <= now
            join hook in context.Set<Webhook>() on message.Webhook equals hook.Id
            orderby message.NextTryAt
            select new Due(message, hook)
        ).Take(Most).ToListAsync());
        // One receiver that is slow keeps no other waiting.
        await Parallel.ForEachAsync(
            due.GroupBy(message => message.Hook.Id),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (ofHook, cancelled) =>
            {
                foreach (var message in ofHook) await SendAsync(message, cancelled);
            });
    }

    private async Task SendAsync(Due due, CancellationToken stopping)
    {
        var body = await BodyAsync(due);
        if (body is null || hooks.SecretOf(due.Hook) is not { } secret)
        {
            await KeepAsync(due, WebhookFault.Refused, null, giveUp: true);
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, due.Hook.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        WebhookSignature.Sign(request, secret, due.Message.Id.ToString("N"), time.GetUtcNow(), body);
        var (fault, status) = await PostAsync(request, stopping);
        if (fault is not null) WebhookLog.NotTaken(logger, due.Message.Id, fault.Value, status ?? 0);
        await KeepAsync(due, fault, status, giveUp: due.Message.Tries >= _pauses.Length);
    }

    private async Task<(WebhookFault? Fault, int? Status)> PostAsync(HttpRequestMessage request, CancellationToken stopping)
    {
        try
        {
            using var answer = await clients.CreateClient(Client)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
            return (answer.IsSuccessStatusCode ? null : WebhookFault.Refused, (int)answer.StatusCode);
        }
        catch (HttpRequestException fault) when (OutgoingGuard.IsInner(fault))
        {
            return (WebhookFault.Inner, null);
        }
        catch (Exception fault)
            when (!stopping.IsCancellationRequested && fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return (WebhookFault.Unreachable, null);
        }
    }

    private async Task KeepAsync(Due due, WebhookFault? fault, int? status, bool giveUp)
    {
        var (id, hook, now) = (due.Message.Id, due.Hook.Id, time.GetUtcNow());
        var isOver = fault is null || giveUp;
        var next = isOver ? now : now + _pauses[due.Message.Tries];
        var givenUp = fault is null ? null : giveUp ? now : due.Hook.GivenUpAt;
        await database.WriteAsync(async context =>
        {
            var messages = context.Set<WebhookMessage>().Where(message => message.Id == id);
            if (isOver) await messages.ExecuteDeleteAsync();
            else
                await messages.ExecuteUpdateAsync(row => row
                    .SetProperty(message => message.Tries, message => message.Tries + 1)
                    .SetProperty(message => message.NextTryAt, next));
            var hooksOf = context.Set<Webhook>().Where(there => there.Id == hook);
            if (fault is null)
                await hooksOf.ExecuteUpdateAsync(row => row
                    .SetProperty(there => there.TakenAt, now)
                    .SetProperty(there => there.Fault, (WebhookFault?)null)
                    .SetProperty(there => there.Status, status)
                    .SetProperty(there => there.GivenUpAt, (DateTimeOffset?)null));
            else
                await hooksOf.ExecuteUpdateAsync(row => row
                    .SetProperty(there => there.Fault, fault)
                    .SetProperty(there => there.Status, status)
                    .SetProperty(there => there.GivenUpAt, givenUp));
        });
        if (fault is not null && giveUp) WebhookLog.GivenUp(logger, id, hook);
    }

    /// <summary>What the receiver is told: that something happened and where to read it, never what people have written.</summary>
    private async Task<string?> BodyAsync(Due due)
    {
        WebhookGathering? told = null;
        if (due.Message.Gathering is { } gathering)
        {
            var row = await database.ReadAsync(context => context.Gatherings.FirstOrDefaultAsync(there => there.Id == gathering));
            if (row is null) return null;
            told = new(row.Id.ToString(), row.Title, row.Date, row.PublishedSequence is null ? null : Absolute(Addresses.Report(row.Slug)));
        }

        return JsonSerializer.Serialize(
            new WebhookBody(due.Message.Event.ToString().ToLowerInvariant(), due.Message.At, due.Hook.Network.ToString(), told),
            ReportJsonFile.Options);
    }

    // No request says which address the service has.
    private string Absolute(string path) => address.Set is { } set ? new Uri(set, path).AbsoluteUri : path;

    private sealed record Due(WebhookMessage Message, Webhook Hook);
}

/// <summary>The body of a message.</summary>
internal sealed record WebhookBody(string Event, DateTimeOffset At, string Network, WebhookGathering? Gathering);

/// <summary>The gathering that a message is about.</summary>
internal sealed record WebhookGathering(string Id, string Title, DateOnly Date, string? Report);
