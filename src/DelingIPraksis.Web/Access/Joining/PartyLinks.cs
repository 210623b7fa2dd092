using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// A party's own link to its quotes, for a letter. It opens only that page for that party and makes nobody a participant, so it works long
/// after the door has closed.
/// </summary>
internal interface IPartyLinks
{
    /// <summary>The tokens of a gathering's parties. Parties without one get one.</summary>
    Task<IReadOnlyDictionary<Id<Party>, string>> OfPartiesAsync(Id<Gathering> gathering, IReadOnlyCollection<Id<Party>> parties);

    /// <summary>
    /// Revokes the links of a party: the next one that is asked for is new. A link of four times the length, from before 29 November 2026,
    /// is kept nowhere and cannot be revoked.
    /// </summary>
    Task RevokeAsync(Id<Gathering> gathering, Id<Party> party);

    /// <summary>The party of a link, or null.</summary>
    Task<(Id<Gathering> Gathering, Id<Party> Party)?> FindAsync(string? token);
}

/// <summary>
/// It is found by its hash, so a sent link works whatever happens to the service's keys. The link itself is stored encrypted, so that the
/// organiser can see it again. Earlier links were four times as long, with the data encrypted in the link; they still work.
/// </summary>
internal sealed class PartyLinks(Database database, IDataProtectionProvider protection) : IPartyLinks
{
    /// <summary>The purpose string of the earlier links' encryption.</summary>
    public const string SealOfEarlier = "DelingIPraksis.PartyLinks.v1";

    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.QuoteLink.v1");
    private readonly ITimeLimitedDataProtector _earlier = protection.CreateProtector(SealOfEarlier).ToTimeLimitedDataProtector();

    public async Task<IReadOnlyDictionary<Id<Party>, string>> OfPartiesAsync(
        Id<Gathering> gathering,
        IReadOnlyCollection<Id<Party>> parties
    )
    {
        var tokens = new Dictionary<Id<Party>, string>();
        foreach (
            var link in await database.ReadAsync(context =>
                context.Set<QuoteLink>().Where(link => link.Gathering == gathering).ToListAsync()
            )
        )
            if (_seal.Open(link.Sealed) is { } token) tokens[link.Party] = token;
        if (parties.All(tokens.ContainsKey)) return tokens;
        await database.WriteAsync(async context =>
        {
            // Another desk may have made them meanwhile. Both show the same.
            foreach (var link in await context.Set<QuoteLink>().Where(link => link.Gathering == gathering).ToListAsync())
                if (_seal.Open(link.Sealed) is { } token) tokens[link.Party] = token;
            foreach (var party in parties.Where(party => !tokens.ContainsKey(party)))
            {
                tokens[party] = LinkToken.Make();
                context.Add(
                    new QuoteLink
                    {
                        TokenHash = LinkToken.Hash(tokens[party])!,
                        Sealed = _seal.Protect(tokens[party]),
                        Gathering = gathering,
                        Party = party,
                    }
                );
            }
        });
        return tokens;
    }

    public Task RevokeAsync(Id<Gathering> gathering, Id<Party> party) => database.WriteAsync(context =>
        context.Set<QuoteLink>().Where(link => link.Gathering == gathering && link.Party == party).ExecuteDeleteAsync());

    public async Task<(Id<Gathering> Gathering, Id<Party> Party)?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return Earlier(token);
        var link = await database.ReadAsync(context => context.Set<QuoteLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : (link.Gathering, link.Party);
    }

    private (Id<Gathering> Gathering, Id<Party> Party)? Earlier(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            var parts = _earlier.Unprotect(token).Split(' ');
            return (Id<Gathering>.Parse(parts[0], null), Id<Party>.Parse(parts[1], null));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
