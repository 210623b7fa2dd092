using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>What an invitation link is for.</summary>
/// <param name="Gathering">Where.</param>
/// <param name="Party">For which party, or null.</param>
/// <param name="Role">Which role a colleague gets, or None.</param>
internal sealed record Invitation(Id<Gathering> Gathering, Id<Party>? Party, Role Role);

/// <summary>A colleague's link that nobody has used.</summary>
/// <param name="Hash">What it is known by.</param>
/// <param name="Token">The link's token; null when it was sealed with other keys and cannot be shown.</param>
/// <param name="Role">What the colleague becomes.</param>
internal sealed record ColleagueLink(string Hash, string? Token, Role Role);

/// <summary>
/// The links that an organiser sends out: one for each party at a time, and one for each colleague. Any of them can be made useless.
/// </summary>
internal sealed class InvitationLinks(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.InvitationLink.v1");

    /// <summary>
    /// The tokens of a gathering's parties; those that have no link get one. Of two who ask at once, both get the same. A party is missing
    /// when its link is
    /// sealed with other keys than these, as after a copy was put back without them: it opens for whoever has it, and so stays, but nobody
    /// can be shown it.
    /// </summary>
    public async Task<IReadOnlyDictionary<Id<Party>, string>> OfPartiesAsync(
        Id<Gathering> gathering,
        IReadOnlyCollection<Id<Party>> parties
    )
    {
        var tokens = new Dictionary<Id<Party>, string>();
        await database.WriteAsync(async context =>
        {
            var links = await context.Set<InvitationLink>().Where(link => link.Gathering == gathering && link.Party != null).ToListAsync();
            foreach (var link in links)
                if (Open(link.Sealed) is { } token) tokens[link.Party!.Value] = token;
            foreach (var party in parties.Except(links.Select(link => link.Party!.Value)))
            {
                context.Add(Make(new(gathering, party, Role.None), out var token));
                tokens[party] = token;
            }
        });
        return tokens;
    }

    /// <summary>A new link for a party; the one before opens nothing from now on.</summary>
    public async Task<string> RenewAsync(Id<Gathering> gathering, Id<Party> party)
    {
        var link = Make(new(gathering, party, Role.None), out var token);
        await database.WriteAsync(async context =>
        {
            await context.Set<InvitationLink>().Where(old => old.Gathering == gathering && old.Party == party).ExecuteDeleteAsync();
            context.Add(link);
        });
        return token;
    }

    /// <summary>A link that makes the first who uses it, and has an account, one of the staff.</summary>
    public async Task<string> ForColleagueAsync(Id<Gathering> gathering, Role role)
    {
        var link = Make(new(gathering, null, role), out var token);
        await database.WriteAsync(context =>
        {
            context.Add(link);
            return Task.CompletedTask;
        });
        return token;
    }

    /// <summary>The colleagues' links that nobody has used.</summary>
    public async Task<IReadOnlyList<ColleagueLink>> OfColleaguesAsync(Id<Gathering> gathering)
    {
        var links = await database.ReadAsync(context =>
            context
                .Set<InvitationLink>()
                .Where(link => link.Gathering == gathering && link.Party == null)
                .OrderBy(link => link.At)
                .ToListAsync()
        );
        return [.. links.Select(link => new ColleagueLink(link.TokenHash, Open(link.Sealed), link.Role))];
    }

    /// <summary>What a link is for, or null when it opens nothing.</summary>
    public async Task<Invitation?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        var link = await database.ReadAsync(context => context.Set<InvitationLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : new(link.Gathering, link.Party, link.Role);
    }

    /// <summary>Makes a link useless; false when it was already.</summary>
    public async Task<bool> RevokeAsync(string token) => LinkToken.Hash(token) is { } hash && await RevokeByHashAsync(hash);

    /// <summary>Makes a link useless that need not be one that can be shown.</summary>
    public async Task<bool> RevokeByHashAsync(string hash)
    {
        var gone = 0;
        await database.WriteAsync(async context =>
            gone = await context.Set<InvitationLink>().Where(link => link.TokenHash == hash).ExecuteDeleteAsync()
        );
        return gone == 1;
    }

    private InvitationLink Make(Invitation invitation, out string token)
    {
        token = LinkToken.Make();
        return new()
        {
            TokenHash = LinkToken.Hash(token)!,
            Sealed = _seal.Protect(token),
            Gathering = invitation.Gathering,
            Party = invitation.Party,
            Role = invitation.Role,
            At = time.GetUtcNow(),
        };
    }

    private string? Open(string @sealed)
    {
        try
        {
            return _seal.Unprotect(@sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
