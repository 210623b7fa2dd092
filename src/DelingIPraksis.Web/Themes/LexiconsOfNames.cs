using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Themes;

/// <summary>
/// Gives the words of versions before 30 November 2026 to the networks that came of their names. Those versions kept them by the name of
/// the network and one of its organisers, and the first of them by the name alone.
/// </summary>
/// <remarks>
/// Two organisers of a network may each have had words. The newest wins where they differ, and nothing else is lost. It is one transaction,
/// and does nothing when no such key is left.
/// </remarks>
internal sealed class LexiconsOfNames(Database database) : IHostedLifecycleService
{
    /// <summary>Runs after the storage is ready: services start in the order in which they were added.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await database.ReadAsync(context => Old(context).AnyAsync(cancellationToken))) await database.WriteAsync(MoveAsync);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IQueryable<KeptLexicon> Old(AppDbContext context)
    {
        var mark = LexiconKey.Mark.ToString();
        return context.Set<KeptLexicon>().Where(lexicon => !lexicon.Network.StartsWith(mark));
    }

    private static async Task MoveAsync(AppDbContext context)
    {
        var gatherings = await context.Gatherings
            .OrderBy(there => there.CreatedAt)
            .Select(there => new Named(there.Id.Value, there.BelongsTo, there.Network.ToLowerInvariant(), there.IsDemo))
            .ToListAsync();
        var owners = (await context.NetworkStaff.Select(staff => new { staff.Network, staff.User }).ToListAsync())
            .ToLookup(staff => staff.User.Value, staff => staff.Network);
        foreach (var old in await Old(context).OrderBy(lexicon => lexicon.UpdatedAt).ToListAsync())
        {
            var parts = old.Network.Split(LexiconKey.Mark);
            var named = gatherings.FindAll(there => there.Name == parts[0]);
            var owner = parts.Length > 1 && Guid.TryParse(parts[1], out var id) ? id : (Guid?)null;
            var keys = owner is { } gathering && named.Exists(there => there.Id == gathering)
                ? named.Where(there => there.Id == gathering).Select(KeyOf)
                : owner is { } user
                    ? named.Where(there => !there.IsDemo && there.Network is { } network && owners[user].Contains(network)).Select(KeyOf)
                    : named.Where(there => !there.IsDemo).Take(1).Select(KeyOf);
            foreach (var key in keys.Distinct().ToList()) await MergeAsync(context, key, old);
            context.Remove(old);
        }
    }

    private static LexiconKey KeyOf(Named there) =>
        there is { IsDemo: false, Network: { } network } ? LexiconKey.Of(network) : LexiconKey.Of(new Domain.Id<Gathering>(there.Id));

    private static async Task MergeAsync(AppDbContext context, LexiconKey key, KeptLexicon old)
    {
        if (await context.FindAsync<KeptLexicon>(key.Value) is not { } there)
        {
            context.Add(new KeptLexicon { Network = key.Value, Json = old.Json, UpdatedAt = old.UpdatedAt });
            return;
        }

        var merged = (LexiconJson.Read(there.Json) ?? NetworkLexicon.Empty).With(LexiconJson.Read(old.Json) ?? NetworkLexicon.Empty);
        var json = LexiconJson.Write(merged);
        // Together they may be more than the limits allow. Then the newest stand alone, as they did before.
        (there.Json, there.UpdatedAt) = (LexiconJson.Read(json) is null ? old.Json : json, old.UpdatedAt);
    }

    private sealed record Named(Guid Id, Domain.Id<Domain.Networks.Network>? Network, string Name, bool IsDemo);
}
