using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Something that was done to the pairs.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">The name of the account, or null when it has gone or was the application.</param>
/// <param name="Change">What.</param>
public sealed record PairingEvent(DateTimeOffset At, string? By, Change Change);

/// <summary>Who has done what to the pairs of a gathering.</summary>
public interface IPairingLog
{
    /// <summary>The newest first, at most <paramref name="most"/>; only for those who lead, so ask with their view.</summary>
    Task<IReadOnlyList<PairingEvent>> NewestAsync(GatheringView view, int most);
}

/// <inheritdoc/>
internal sealed class PairingLog(Database database) : IPairingLog
{
    private static readonly string[] _verbs =
    [
        .. new Change[] { new PairsProposed([]), new PairsShown(), new PairWished(new(default, default, true)), new PairWishDropped(default, default) }.Select(Verbs.NameOf),
    ];

    public async Task<IReadOnlyList<PairingEvent>> NewestAsync(GatheringView view, int most)
    {
        if (!view.Leads) return [];
        var gathering = view.Id;
        var rows = await database.ReadAsync(context => context.Log
            .Where(entry => entry.StreamId == gathering && _verbs.Contains(entry.Verb))
            .OrderByDescending(entry => entry.Sequence)
            .Take(most)
            .ToListAsync());
        var entries = rows.ConvertAll(row => row.ToEntry());
        var accounts = entries.Select(entry => entry.Actor).OfType<Actor.Account>().Select(account => account.User.Value).Distinct().ToList();
        var names = await database.ReadAsync(context => context.Users.Where(user => accounts.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName));
        return entries.ConvertAll(entry => new PairingEvent(entry.At, entry.Actor is Actor.Account account ? names.GetValueOrDefault(account.User.Value) : null, entry.Change));
    }
}
