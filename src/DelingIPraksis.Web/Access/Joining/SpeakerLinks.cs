using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// The link of a talk, which its speaker gets in a letter. It opens that talk and nothing else, makes nobody a participant, and works until
/// it is renewed or the gathering is erased.
/// </summary>
internal sealed class SpeakerLinks(Database database, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.SpeakerLink.v1");

    /// <summary>
    /// The tokens of the talks of a gathering. Talks without a link get one. A talk is missing when its link was encrypted with other keys:
    /// it still works, and cannot be shown.
    /// </summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="talks">The talks.</param>
    public async Task<IReadOnlyDictionary<Id<Talk>, string>> OfTalksAsync(Id<Gathering> gathering, IReadOnlyCollection<Id<Talk>> talks)
    {
        var tokens = new Dictionary<Id<Talk>, string>();
        await database.WriteAsync(async context =>
        {
            var links = await context.Set<SpeakerLink>().Where(link => link.Gathering == gathering).ToListAsync();
            foreach (var link in links)
                if (_seal.Open(link.Sealed) is { } token) tokens[link.Talk] = token;
            foreach (var talk in talks.Except(links.Select(link => link.Talk)))
            {
                context.Add(Make(gathering, talk, out var token));
                tokens[talk] = token;
            }
        });
        return tokens;
    }

    /// <summary>Makes a new link for a talk. The one that was sent works no longer.</summary>
    public async Task<string> RenewAsync(Id<Gathering> gathering, Id<Talk> talk)
    {
        var link = Make(gathering, talk, out var token);
        await database.WriteAsync(async context =>
        {
            await context.Set<SpeakerLink>().Where(old => old.Gathering == gathering && old.Talk == talk).ExecuteDeleteAsync();
            context.Add(link);
        });
        return token;
    }

    /// <summary>The talk of a link, or null.</summary>
    public async Task<(Id<Gathering> Gathering, Id<Talk> Talk)?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        var link = await database.ReadAsync(context => context.Set<SpeakerLink>().FirstOrDefaultAsync(link => link.TokenHash == hash));
        return link is null ? null : (link.Gathering, link.Talk);
    }

    private SpeakerLink Make(Id<Gathering> gathering, Id<Talk> talk, out string token)
    {
        token = LinkToken.Make();
        return new() { TokenHash = LinkToken.Hash(token)!, Sealed = _seal.Protect(token), Gathering = gathering, Talk = talk };
    }
}
