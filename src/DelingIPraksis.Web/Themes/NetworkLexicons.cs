using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Themes;

/// <summary>The lexicon of each network.</summary>
internal interface INetworkLexicons
{
    /// <summary>What a network has changed; empty when nothing.</summary>
    Task<NetworkLexicon> OfAsync(PlainText network);

    /// <summary>The lexicon that a network's notes are read by.</summary>
    Task<Lexicon> LexiconOfAsync(PlainText network);

    /// <summary>Changes a network's words, in one transaction: two editors at once lose nothing of each other's.</summary>
    /// <returns>What they are after it: what was there before when the change would be more than a network may have.</returns>
    Task<NetworkLexicon> ChangeAsync(PlainText network, Func<NetworkLexicon, NetworkLexicon> change);
}

/// <summary>The lexicon of each network, by the name it has in its gatherings: what it has added and taken away, on top of the product's.</summary>
internal sealed class NetworkLexicons(Database database, TimeProvider time) : INetworkLexicons
{
    // A lexicon is made ready for reading once; notes are read by it many times.
    private readonly ConcurrentDictionary<string, (NetworkLexicon Own, Lexicon Whole)> _ready = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<NetworkLexicon> OfAsync(PlainText network) => await database.ReadAsync(context => FindAsync(context, KeyOf(network))) is { } kept
        ? LexiconJson.Read(kept.Json) ?? NetworkLexicon.Empty
        : NetworkLexicon.Empty;

    /// <inheritdoc/>
    public async Task<Lexicon> LexiconOfAsync(PlainText network)
    {
        var own = await OfAsync(network);
        if (own.Themes.IsEmpty && own.Words.IsEmpty && own.Removed.IsEmpty) return Lexicon.Standard;
        var json = LexiconJson.Write(own);
        return _ready.AddOrUpdate(
            KeyOf(network),
            _ => (own, own.On(Lexicon.Standard)),
            (_, ready) => LexiconJson.Write(ready.Own) == json ? ready : (own, own.On(Lexicon.Standard))).Whole;
    }

    /// <inheritdoc/>
    public async Task<NetworkLexicon> ChangeAsync(PlainText network, Func<NetworkLexicon, NetworkLexicon> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var key = KeyOf(network);
        var changed = NetworkLexicon.Empty;
        await database.WriteAsync(async context =>
        {
            var kept = await FindAsync(context, key);
            var before = kept is null ? NetworkLexicon.Empty : LexiconJson.Read(kept.Json) ?? NetworkLexicon.Empty;
            changed = change(before);
            var json = LexiconJson.Write(changed);
            // What could not be read again is never written over what can.
            if (LexiconJson.Read(json) is null) changed = before;
            if (changed == before) return;
            if (kept is null) context.Add(kept = new KeptLexicon { Network = key, Json = "", UpdatedAt = default });
            (kept.Json, kept.UpdatedAt) = (json, time.GetUtcNow());
        });
        return changed;
    }

    private static Task<KeptLexicon?> FindAsync(AppDbContext context, string key) => context.Set<KeptLexicon>().FirstOrDefaultAsync(kept => kept.Network == key);

    private static string KeyOf(PlainText network) => network.Value.ToLowerInvariant();
}
