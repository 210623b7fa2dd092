using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Themes;

/// <summary>Identifies the words that a gathering uses. Only <see cref="INetworkLexicons.KeyOfAsync"/> makes one for a gathering.</summary>
internal readonly record struct LexiconKey(string Value);

/// <summary>The lexicon of each network.</summary>
internal interface INetworkLexicons
{
    /// <summary>
    /// The key that a gathering shares with those of the same network where one of its organisers took a role. Neither the name of the
    /// network gives access, nor an organiser who was appointed and never accepted. A stranger who uses the name of a network gets words of
    /// her own. A demo and a rehearsal have their own words too.
    /// </summary>
    Task<LexiconKey> KeyOfAsync(Id<Gathering> gathering, PlainText network);

    /// <summary>Removes the words of those who no longer have an account or a gathering: they were visitors of the demo.</summary>
    Task ForgetStrangersAsync();

    /// <summary>What a network has changed; empty when nothing.</summary>
    Task<NetworkLexicon> OfAsync(LexiconKey network);

    /// <summary>The lexicon for a network's notes.</summary>
    Task<Lexicon> LexiconOfAsync(LexiconKey network);

    /// <summary>Changes a network's words in one transaction, so that two editors at the same time lose nothing.</summary>
    /// <returns>The words after the change; the words before it when the change would exceed the limits.</returns>
    Task<NetworkLexicon> ChangeAsync(LexiconKey network, Func<NetworkLexicon, NetworkLexicon> change);
}

/// <summary>
/// The lexicons of the networks, by the name of the network and one of its organisers: the words that are added and removed, on top of the
/// product's lexicon.
/// </summary>
internal sealed class NetworkLexicons(Database database, TimeProvider time) : INetworkLexicons
{
    // A separator that no network's name has.
    private const char Owner = '\u001f';

    // A lexicon is prepared once and used for many notes.
    private readonly ConcurrentDictionary<string, (NetworkLexicon Own, Lexicon Whole)> _ready = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<LexiconKey> KeyOfAsync(Id<Gathering> gathering, PlainText network) => database.ReadAsync(async context =>
    {
        var name = NameOf(network.Value);
        var alone = $"{name}{Owner}{gathering}";
        if (!await context.Gatherings.AnyAsync(there => there.Id == gathering && !there.IsDemo)) return new LexiconKey(alone);
        var shared = await context.SharedWithAsync(gathering);
        var named = (
            await context
                .Gatherings.Where(there => shared.Contains(there.Id))
                .OrderBy(there => there.CreatedAt)
                .Select(there => new { there.Id, there.Network })
                .ToListAsync()
        )
        .FindAll(there => there.Id == gathering || NameOf(there.Network) == name)
        .ConvertAll(there => there.Id);
        var roles = (await context.TakenRolesAsync([.. named, gathering])).ToLookup(role => role.Gathering);
        var own = roles[gathering].Where(role => role.Organises).Select(role => role.User).ToHashSet();
        // A role that was never accepted gives no access: otherwise others' words could be read here, and words learnt here would become
        // theirs.
        var mine = named.FindAll(there => there == gathering || roles[there].Any(role => own.Contains(role.User)));
        var keys = mine.SelectMany(there => roles[there])
            .Where(role => role.Organises)
            .Select(role => KeyOf(role.User))
            .Distinct()
            .ToList();
        // Words stored by an older version have the name only. They belong to the first gathering with that name.
        if (await FirstOfAsync(context, name) is { } first && mine.Contains(first)) keys.Add(name);
        var kept = await context
            .Set<KeptLexicon>()
            .Where(lexicon => keys.Contains(lexicon.Network))
            .Select(lexicon => new { lexicon.Network, lexicon.UpdatedAt })
            .ToListAsync();
        var ours = own.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var best = kept.OrderByDescending(lexicon => ours.Contains(lexicon.Network))
            .ThenByDescending(lexicon => lexicon.UpdatedAt)
            .FirstOrDefault();
        return new LexiconKey(best?.Network ?? keys.FirstOrDefault() ?? alone);

        string KeyOf(Id<User> user) => $"{name}{Owner}{user}";
    });

    /// <inheritdoc/>
    public async Task<NetworkLexicon> OfAsync(LexiconKey network) =>
        await database.ReadAsync(context => FindAsync(context, network.Value)) is { } kept
        ? LexiconJson.Read(kept.Json) ?? NetworkLexicon.Empty
        : NetworkLexicon.Empty;

    /// <inheritdoc/>
    public async Task<Lexicon> LexiconOfAsync(LexiconKey network)
    {
        var own = await OfAsync(network);
        if (own.Themes.IsEmpty && own.Words.IsEmpty && own.Removed.IsEmpty) return Lexicon.Standard;
        var json = LexiconJson.Write(own);
        return _ready.AddOrUpdate(
            network.Value,
            _ => (own, own.On(Lexicon.Standard)),
            (_, ready) => LexiconJson.Write(ready.Own) == json ? ready : (own, own.On(Lexicon.Standard))).Whole;
    }

    /// <inheritdoc/>
    public async Task<NetworkLexicon> ChangeAsync(LexiconKey network, Func<NetworkLexicon, NetworkLexicon> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var key = network.Value;
        var changed = NetworkLexicon.Empty;
        await database.WriteAsync(async context =>
        {
            var kept = await FindAsync(context, key);
            var before = kept is null ? NetworkLexicon.Empty : LexiconJson.Read(kept.Json) ?? NetworkLexicon.Empty;
            changed = change(before);
            var json = LexiconJson.Write(changed);
            // Words that cannot be read back never replace words that can.
            if (LexiconJson.Read(json) is null) changed = before;
            if (changed == before) return;
            if (kept is null) context.Add(kept = new KeptLexicon { Network = key, Json = "", UpdatedAt = default });
            (kept.Json, kept.UpdatedAt) = (json, time.GetUtcNow());
        });
        return changed;
    }

    private static Task<KeptLexicon?> FindAsync(AppDbContext context, string key) =>
        context.Set<KeptLexicon>().FirstOrDefaultAsync(kept => kept.Network == key);


    /// <inheritdoc/>
    public Task ForgetStrangersAsync() => database.WriteAsync(async context =>
    {
        var kept = await context.Set<KeptLexicon>().Where(lexicon => lexicon.Network.Contains(Owner)).ToListAsync();
        if (kept.Count == 0) return;
        var owners = await context.Users.Select(user => user.Id).ToHashSetAsync();
        owners.UnionWith((await context.Staff.Select(staff => staff.User).ToListAsync()).Select(user => user.Value));
        owners.UnionWith((await context.Gatherings.Select(gathering => gathering.Id).ToListAsync()).Select(gathering => gathering.Value));
        context.RemoveRange(
            kept.Where(lexicon => Guid.TryParse(lexicon.Network.Split(Owner)[^1], out var owner) && !owners.Contains(owner))
        );
    });

    private static async Task<Id<Gathering>?> FirstOfAsync(AppDbContext context, string name)
    {
        if (await FindAsync(context, name) is null) return null;
        var all = await context
            .Gatherings.Where(there => !there.IsDemo)
            .OrderBy(there => there.CreatedAt)
            .Select(there => new { there.Id, there.Network })
            .ToListAsync();
        return all.Find(there => NameOf(there.Network) == name)?.Id;
    }

    private static string NameOf(string network) => network.ToLowerInvariant();
}
