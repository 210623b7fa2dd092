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
/// Which gatherings share their history and lexicon. Anybody may write the name of a network, and an organiser may appoint an account
/// without its consent. So neither gives access: two gatherings share only when an organiser who took that role herself has a role in the
/// other.
/// </summary>
internal static class SharedGatherings
{
    private static readonly string _appointed = Verbs.NameOf(typeof(Change.StaffAppointed));
    private static readonly string[] _verbs =
    [
        _appointed,
        Verbs.NameOf(typeof(Change.GatheringCreated)),
        Verbs.NameOf(typeof(Change.GatheringImported)),
    ];

    /// <summary>
    /// The gatherings where an organiser of a gathering has a role, including the gathering itself. A demo never shares with a real
    /// gathering.
    /// </summary>
    /// <param name="context">The database.</param>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="rehearsed">The gathering that it rehearses, whose organisers count too, or null.</param>
    public static async Task<List<Id<Gathering>>> SharedWithAsync(
        this AppDbContext context,
        Id<Gathering> gathering,
        Id<Gathering>? rehearsed = null
    )
    {
        // A rehearsal is marked as a demo. The gathering that it rehearses tells whether it belongs to the demo.
        var real = rehearsed ?? gathering;
        var isDemo = !await context.Gatherings.AnyAsync(there => there.Id == real && !there.IsDemo);
        var organisers = (await context.TakenRolesAsync([gathering, real]))
            .Where(role => role.Organises)
            .Select(role => role.User)
            .Distinct()
            .ToList();
        return await (from staff in context.Staff
                      where staff.Role != Role.None && organisers.Contains(staff.User)
                      join index in context.Gatherings on staff.Gathering equals index.Id
                      where index.IsDemo == isDemo
                      select staff.Gathering).Distinct().ToListAsync();
    }

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
