using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Networks;

/// <summary>An unused link that hands over a network.</summary>
/// <param name="Hash">The hash that identifies it.</param>
/// <param name="Token">The link's token; null when it was encrypted with other keys and cannot be shown.</param>
/// <param name="At">When it was made, UTC.</param>
internal sealed record OpenHandover(string Hash, string? Token, DateTimeOffset At);

/// <summary>The content of a link that hands over a network.</summary>
/// <param name="Network">Which network.</param>
/// <param name="From">The owner who made the link.</param>
internal sealed record HandoverOffer(Id<Network> Network, Id<User> From);

/// <summary>
/// The links that hand over a network to somebody who need not have an account. Of the same kind as a colleague's link: found by its hash,
/// stored encrypted, used once, and revoked by its owner.
/// </summary>
internal sealed class HandoverLinks(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.HandoverLink.v1");

    /// <summary>Makes a link.</summary>
    public async Task<string> MakeAsync(Id<Network> network, Id<User> from)
    {
        var token = LinkToken.Make();
        var link = new HandoverLink
        {
            TokenHash = LinkToken.Hash(token)!,
            Sealed = _seal.Protect(token),
            Network = network,
            From = from,
            At = time.GetUtcNow(),
        };
        await database.WriteAsync(context =>
        {
            context.Add(link);
            return Task.CompletedTask;
        });
        return token;
    }

    /// <summary>The unused links of one owner, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenHandover>> OfAsync(Id<Network> network, Id<User> from)
    {
        var links = await database.ReadAsync(context => context.Set<HandoverLink>()
            .Where(link => link.Network == network && link.From == from)
            .OrderBy(link => link.At)
            .ToListAsync());
        return links.ConvertAll(link => new OpenHandover(link.TokenHash, _seal.Open(link.Sealed), link.At));
    }

    /// <summary>The content of a link, or null when it is used, revoked or never was.</summary>
    public async Task<HandoverOffer?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        var link = await database.ReadAsync(context => context.Set<HandoverLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : new(link.Network, link.From);
    }

    /// <summary>Revokes a link that its owner holds.</summary>
    public Task RevokeAsync(Id<Network> network, Id<User> from, string hash) => database.WriteAsync(async context =>
        await context.Set<HandoverLink>()
            .Where(link => link.TokenHash == hash && link.Network == network && link.From == from)
            .ExecuteDeleteAsync());

    /// <summary>Revokes all links of a network: it has been handed over, and a second receiver must not take it from the first.</summary>
    public Task RevokeAllAsync(Id<Network> network) => database.WriteAsync(async context =>
        await context.Set<HandoverLink>().Where(link => link.Network == network).ExecuteDeleteAsync());
}
