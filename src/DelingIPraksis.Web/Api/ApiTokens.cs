using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Api;

/// <summary>The keys of other programs: made, found, listed, ended. All belong to the network, whoever made them.</summary>
internal sealed class ApiTokens(Database database, TimeProvider time)
{
    /// <summary>How every key begins, so that a program that looks for leaked keys finds them.</summary>
    public const string Prefix = "dip_";

    /// <summary>The longest that a key works.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly TimeSpan _usedEvery = TimeSpan.FromHours(1);

    /// <summary>Makes a key. It is told this once.</summary>
    public async Task<string> MakeAsync(Id<Network> network, string name, ApiScope scopes, Id<User> by, DateTimeOffset until)
    {
        var token = LinkToken.Make();
        await database.WriteAsync(context =>
        {
            context.Add(new ApiToken
            {
                TokenHash = LinkToken.Hash(token)!,
                Id = Guid.NewGuid(),
                Network = network,
                Name = name,
                Scopes = scopes,
                MadeBy = by,
                MadeAt = time.GetUtcNow(),
                Until = until,
            });
            return Task.CompletedTask;
        });
        return Prefix + token;
    }

    /// <summary>What a key opens, or null when there is no such key or its time is over.</summary>
    public async Task<ApiToken?> FindAsync(string? key)
    {
        if (key?.StartsWith(Prefix, StringComparison.Ordinal) != true || LinkToken.Hash(key[Prefix.Length..]) is not { } hash) return null;
        var now = time.GetUtcNow();
        var token = await database.ReadAsync(context => context.Set<ApiToken>()
            .FirstOrDefaultAsync(there => there.TokenHash == hash && there.Until > now));
        if (token is not null && !(now - token.UsedAt < _usedEvery)) await UseAsync(hash, now);
        return token;
    }

    /// <summary>The keys of a network, the newest first. Those whose time is over are there until they are taken away.</summary>
    public Task<List<ApiToken>> OfAsync(Id<Network> network) => database.ReadAsync(context => context.Set<ApiToken>()
        .Where(token => token.Network == network).OrderByDescending(token => token.MadeAt).ToListAsync());

    /// <summary>Ends a key of a network at once.</summary>
    public Task EndAsync(Id<Network> network, Guid id) => database.WriteAsync(context => context.Set<ApiToken>()
        .Where(token => token.Network == network && token.Id == id).ExecuteDeleteAsync());

    private async Task UseAsync(string hash, DateTimeOffset now)
    {
        try
        {
            await database.WriteAsync(context => context.Set<ApiToken>()
                .Where(token => token.TokenHash == hash)
                .ExecuteUpdateAsync(row => row.SetProperty(token => token.UsedAt, now)));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            // A full disk must not close the interface, which only reads.
        }
    }
}
