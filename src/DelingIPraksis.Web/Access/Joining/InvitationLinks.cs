using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>The content of an invitation link.</summary>
/// <param name="Gathering">Where.</param>
/// <param name="Party">For which party, or null.</param>
/// <param name="Role">Which role a colleague gets, or None.</param>
internal sealed record Invitation(Id<Gathering> Gathering, Id<Party>? Party, Role Role);

/// <summary>A colleague's unused link.</summary>
/// <param name="Hash">The hash that identifies it.</param>
/// <param name="Token">The link's token; null when it was encrypted with other keys and cannot be shown.</param>
/// <param name="Role">The role that the colleague gets.</param>
internal sealed record ColleagueLink(string Hash, string? Token, Role Role);

/// <summary>The links that an organiser sends: one for each party, and one for each colleague. Each can be revoked.</summary>
internal sealed class InvitationLinks(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.InvitationLink.v1");

    /// <summary>
    /// The tokens of a gathering's parties. Parties without a link get one; two callers at the same time get the same. A party is missing
    /// when its link was encrypted with other keys, as after a restore without the keys. Such a link still works and stays, but cannot be
    /// shown.
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
                if (_seal.Open(link.Sealed) is { } token) tokens[link.Party!.Value] = token;
            foreach (var party in parties.Except(links.Select(link => link.Party!.Value)))
            {
                context.Add(Make(new(gathering, party, Role.None), out var token));
                tokens[party] = token;
            }
        });
        return tokens;
    }

    /// <summary>Makes a new link for a party, and revokes the old one.</summary>
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

    /// <summary>Makes a link that gives a staff role to the first account that uses it.</summary>
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

    public async Task<IReadOnlyList<ColleagueLink>> OfColleaguesAsync(Id<Gathering> gathering)
    {
        var links = await database.ReadAsync(context =>
            context
                .Set<InvitationLink>()
                .Where(link => link.Gathering == gathering && link.Party == null)
                .OrderBy(link => link.At)
                .ToListAsync()
        );
        return [.. links.Select(link => new ColleagueLink(link.TokenHash, _seal.Open(link.Sealed), link.Role))];
    }

    /// <summary>The content of a link, or null when it is invalid.</summary>
    public async Task<Invitation?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        var link = await database.ReadAsync(context => context.Set<InvitationLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : new(link.Gathering, link.Party, link.Role);
    }

    /// <summary>Revokes a link; false when it was already invalid.</summary>
    public async Task<bool> RevokeAsync(string token) => LinkToken.Hash(token) is { } hash && await RevokeByHashAsync(hash);

    /// <summary>Revokes a link by its hash, also one that cannot be shown.</summary>
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
}
