using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Themes;

/// <summary>Identifies the words that a gathering uses. Only <see cref="INetworkLexicons.KeyOfAsync"/> makes one for a gathering.</summary>
internal readonly record struct LexiconKey(string Value)
{
    // The keys of versions before 30 November 2026 have the name of the network before this, or are the name alone.
    internal const char Mark = '\u001f';

    /// <summary>The key of the words of a network.</summary>
    public static LexiconKey Of(Id<Network> network) => new($"{Mark}{network}");

    /// <summary>The key of the words of a gathering that shares them with no other.</summary>
    public static LexiconKey Of(Id<Gathering> gathering) => new($"{Mark}{gathering}");
}

/// <summary>The lexicon of each network.</summary>
internal interface INetworkLexicons
{
    /// <summary>
    /// The key that a gathering shares with the others of its network. A gathering without a network has words of its own; so have a demo
    /// and a rehearsal.
    /// </summary>
    Task<LexiconKey> KeyOfAsync(Id<Gathering> gathering);

    /// <summary>Removes the words of networks and gatherings that are there no longer.</summary>
    Task ForgetStrangersAsync();

    /// <summary>What a network has changed; empty when nothing.</summary>
    Task<NetworkLexicon> OfAsync(LexiconKey network);

    /// <summary>The lexicon for a network's notes.</summary>
    Task<Lexicon> LexiconOfAsync(LexiconKey network);

    /// <summary>Changes a network's words in one transaction, so that two editors at the same time lose nothing.</summary>
    /// <returns>The words after the change; the words before it when the change would exceed the limits.</returns>
    Task<NetworkLexicon> ChangeAsync(LexiconKey network, Func<NetworkLexicon, NetworkLexicon> change);
}

/// <summary>The lexicons of the networks: the words that are added and removed, on top of the product's lexicon.</summary>
internal sealed class NetworkLexicons(Database database, TimeProvider time) : INetworkLexicons
{
    // A lexicon is prepared once and used for many notes.
    private readonly ConcurrentDictionary<string, (NetworkLexicon Own, Lexicon Whole)> _ready = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<LexiconKey> KeyOfAsync(Id<Gathering> gathering) => await database.ReadAsync(context => context.Gatherings
        .Where(there => there.Id == gathering && !there.IsDemo)
        .Select(there => there.BelongsTo)
        .FirstOrDefaultAsync()) is { } network ? LexiconKey.Of(network) : LexiconKey.Of(gathering);

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
            // A network that has words is no longer one that was only made for a gathering, and does not go with it.
            if (key[0] != LexiconKey.Mark || !Id<Network>.TryParse(key[1..], null, out var id)) return;
            if (await context.Networks.FindAsync(id) is { } there) there.IsSetUp = true;
        });
        return changed;
    }

    private static Task<KeptLexicon?> FindAsync(AppDbContext context, string key) =>
        context.Set<KeptLexicon>().FirstOrDefaultAsync(kept => kept.Network == key);

    /// <inheritdoc/>
    public Task ForgetStrangersAsync() => database.WriteAsync(async context =>
    {
        var kept = await context.Set<KeptLexicon>().ToListAsync();
        if (kept.Count == 0) return;
        var owners = (await context.Networks.Select(network => network.Id).ToListAsync()).Select(network => LexiconKey.Of(network).Value)
            .Concat((await context.Gatherings.Select(there => there.Id).ToListAsync()).Select(there => LexiconKey.Of(there).Value))
            .ToHashSet(StringComparer.Ordinal);
        context.RemoveRange(kept.Where(lexicon => lexicon.Network[0] == LexiconKey.Mark && !owners.Contains(lexicon.Network)));
    });
}
