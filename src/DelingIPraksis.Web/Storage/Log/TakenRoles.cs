using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>A role that an account took itself: it created the gathering, or used a colleague's link.</summary>
/// <param name="Gathering">Where.</param>
/// <param name="User">Who.</param>
/// <param name="Organises">Whether the role was taken as an organiser, and the account still is one.</param>
internal readonly record struct TakenRole(Id<Gathering> Gathering, Id<User> User, bool Organises);

/// <summary>
/// Who took a role in a gathering. An organiser may appoint an account without its consent, so a role that somebody was only given opens
/// nothing that belongs to a network.
/// </summary>
internal static class TakenRoles
{
    private static readonly string _appointed = Verbs.NameOf(typeof(Change.StaffAppointed));
    private static readonly string _created = Verbs.NameOf(typeof(Change.GatheringCreated));
    private static readonly string[] _verbs =
    [
        _appointed,
        _created,
        Verbs.NameOf(typeof(Change.GatheringImported)),
    ];

    /// <summary>
    /// The roles that accounts took themselves and still have. Only the log says who took a role; the list of staff does not.
    /// </summary>
    public static async Task<List<TakenRole>> TakenRolesAsync(this AppDbContext context, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var rows = await context.Log
            .Where(entry => gatherings.Contains(entry.StreamId) && _verbs.Contains(entry.Verb))
            .OrderBy(entry => entry.Sequence)
            // An imported archive is large, and only its actor is needed.
            .Select(entry => new { entry.StreamId, entry.Actor, Appointed = entry.Verb == _appointed ? entry.Payload : null })
            .ToListAsync();
        var roles = new Dictionary<(Id<Gathering>, Id<User>), (Role Taken, Role Now)>();
        foreach (var row in rows) Take(roles, row.StreamId, row.Actor, row.Appointed);
        return [.. roles.Where(role => role.Value.Taken != Role.None).Select(role =>
            new TakenRole(role.Key.Item1, role.Key.Item2, role.Value is { Taken: Role.Organiser, Now: Role.Organiser }))];
    }

    /// <summary>Whether a gathering is a rehearsal of another: its first entry says so. A rehearsal belongs to no network.</summary>
    public static async Task<bool> IsRehearsalAsync(this AppDbContext context, Id<Gathering> gathering)
    {
        var first = await context.Log
            .Where(entry => entry.StreamId == gathering && entry.Sequence == 1 && entry.Verb == _created)
            .Select(entry => entry.Payload)
            .FirstOrDefaultAsync();
        try
        {
            return first is not null && GatheringJson.Read<Change>(first) is Change.GatheringCreated { RehearsalOf: not null };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // What cannot be read is put nowhere.
            return true;
        }
    }

    private static void Take(
        Dictionary<(Id<Gathering>, Id<User>), (Role Taken, Role Now)> roles,
        Id<Gathering> gathering,
        string by,
        string? appointed
    )
    {
        try
        {
            var actor = GatheringJson.Read<Actor>(by);
            if (appointed is null)
            {
                if (actor is Actor.Account maker) roles[(gathering, maker.User)] = (Role.Organiser, Role.Organiser);
                return;
            }

            if (GatheringJson.Read<Change>(appointed) is not Change.StaffAppointed change) return;
            var key = (gathering, change.User);
            // The application appoints an account only when the account accepts a link.
            var accepted = actor is Actor.Application || (actor is Actor.Account account && account.User == change.User);
            if (change.Role == Role.None) roles.Remove(key);
            else roles[key] = (accepted ? change.Role : roles.GetValueOrDefault(key).Taken, change.Role);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            // An entry that cannot be read gives nobody a role. The room reports what is wrong with it.
        }
    }
}
