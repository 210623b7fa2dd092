using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// A party's own link to what it is quoted on, for a letter. It opens only that one page for that one party and makes nobody a participant,
/// so
/// that it works long after the door has closed.
/// </summary>
internal interface IQuoteLinks
{
    /// <summary>The tokens of a gathering's parties; those that have none get one.</summary>
    Task<IReadOnlyDictionary<Id<Party>, string>> OfPartiesAsync(Id<Gathering> gathering, IReadOnlyCollection<Id<Party>> parties);

    /// <summary>Whose link it is, or null.</summary>
    Task<(Id<Gathering> Gathering, Id<Party> Party)?> FindAsync(string? token);
}

/// <summary>
/// It opens by its hash, so a link that was sent goes on opening whatever becomes of the service's keys; the link itself is kept sealed, so
/// that
/// the organiser can be shown it again. Earlier links were sealed whole and four times as long: they open still.
/// </summary>
internal sealed class QuoteLinks(Database database, IDataProtectionProvider protection) : IQuoteLinks
{
    /// <summary>What the earlier links were sealed for.</summary>
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
            Open(tokens, link);
        if (parties.All(tokens.ContainsKey)) return tokens;
        await database.WriteAsync(async context =>
        {
            // Another desk may have made them meanwhile: both show the same.
            foreach (var link in await context.Set<QuoteLink>().Where(link => link.Gathering == gathering).ToListAsync())
                Open(tokens, link);
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

    public async Task<(Id<Gathering> Gathering, Id<Party> Party)?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return Earlier(token);
        var link = await database.ReadAsync(context => context.Set<QuoteLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : (link.Gathering, link.Party);
    }

    // One that was sealed with other keys cannot be shown, but it still opens for whoever has it, and so it stays.
    private void Open(Dictionary<Id<Party>, string> tokens, QuoteLink link)
    {
        try
        {
            tokens[link.Party] = _seal.Unprotect(link.Sealed);
        }
        catch (CryptographicException)
        {
        }
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
