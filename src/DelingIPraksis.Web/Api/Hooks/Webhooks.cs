using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>The receivers of networks, and the messages that wait for them.</summary>
internal sealed class Webhooks(Database database, IDataProtectionProvider protection, TimeProvider time) : IWithEntries
{
    /// <summary>More than a network has programs.</summary>
    public const int Most = 10;

    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.Webhooks.v1");
    private int _queued;

    /// <summary>Raised when a receiver was added, and waits for its first message.</summary>
    public event Action? Added;

    /// <summary>Whether an address is one that messages may be sent to. Whether it is public is seen when it is reached.</summary>
    public static Uri? Read(string? address) =>
        address is { Length: > 0 and <= WebhookConfiguration.LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var read)
        && read is { Scheme: "https", UserInfo.Length: 0, Fragment.Length: 0 }
            ? read
            : null;

    public Task<List<Webhook>> OfAsync(Id<Network> network) => database.ReadAsync(context => context.Set<Webhook>()
        .Where(hook => hook.Network == network).OrderBy(hook => hook.MadeAt).ToListAsync());

    /// <summary>Adds a receiver and sends it a first message. Null when the network has as many as it may.</summary>
    /// <returns>The receiver, and the secret, which is told this once.</returns>
    public async Task<(Webhook Webhook, string Secret)?> AddAsync(Id<Network> network, Uri address)
    {
        var (secret, now) = (WebhookSignature.NewSecret(), time.GetUtcNow());
        var hook = new Webhook
        {
            Id = Guid.CreateVersion7(),
            Network = network,
            Address = address.AbsoluteUri,
            Sealed = _seal.Protect(secret),
            MadeAt = now,
        };
        var isFull = false;
        await database.WriteAsync(async context =>
        {
            isFull = await context.Set<Webhook>().CountAsync(there => there.Network == network) >= Most;
            if (isFull) return;
            context.Add(hook);
            context.Add(MessageTo(hook, null, WebhookEvent.Ping, now));
        });
        if (isFull) return null;
        Added?.Invoke();
        return (hook, secret);
    }

    /// <summary>Takes a receiver of a network away, with what waits for it. False when there is none.</summary>
    public async Task<bool> RemoveAsync(Id<Network> network, Guid id)
    {
        var gone = 0;
        await database.WriteAsync(async context =>
        {
            gone = await context.Set<Webhook>().Where(hook => hook.Network == network && hook.Id == id).ExecuteDeleteAsync();
            if (gone > 0) await context.Set<WebhookMessage>().Where(message => message.Webhook == id).ExecuteDeleteAsync();
        });
        return gone > 0;
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(AppDbContext context, Id<Gathering> gathering, Entry entry)
    {
        WebhookEvent? what = entry.Change switch
        {
            Change.ReportPublished => WebhookEvent.Published,
            Change.WorkshopClosed => WebhookEvent.Closed,
            _ => null,
        };
        if (what is not { } told || await context.Gatherings.FindAsync(gathering) is not { BelongsTo: { } network, IsDemo: false }) return;
        foreach (var hook in await context.Set<Webhook>().Where(hook => hook.Network == network).ToListAsync())
        {
            context.Add(MessageTo(hook, gathering, told, entry.At));
            Volatile.Write(ref _queued, 1);
        }
    }

    /// <summary>Whether a message may have been put out since this was last asked.</summary>
    public bool TakeQueued() => Interlocked.Exchange(ref _queued, 0) == 1;

    /// <summary>The secret of a receiver; null when the keys of the service cannot open it any more.</summary>
    public string? SecretOf(Webhook hook)
    {
        try
        {
            return _seal.Unprotect(hook.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static WebhookMessage MessageTo(Webhook hook, Id<Gathering>? gathering, WebhookEvent what, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Webhook = hook.Id,
        Gathering = gathering,
        Event = what,
        At = at,
        NextTryAt = at,
    };
}
