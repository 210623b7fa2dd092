using System.Collections.Frozen;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Updates <see cref="NetworkIndex"/>, <see cref="NetworkStaff"/> and <see cref="GatheringIndex.BelongsTo"/> from the logs of networks.
/// </summary>
internal static class NetworkProjection
{
    private const int Secret = 6;

    // Pages below the address of all networks.
    private static readonly FrozenSet<string> _reserved = FrozenSet.Create(StringComparer.Ordinal, "nytt", "alle", "sok");

    /// <summary>Whether an address is, or may become, a page of the product.</summary>
    public static bool IsReserved(string slug) => _reserved.Contains(slug);

    /// <summary>Updates the tables after an entry.</summary>
    public static async Task ApplyAsync(AppDbContext context, Network before, Network after, NetworkEntry entry, bool setsUp)
    {
        var index = await context.FindAsync<NetworkIndex>(after.Id);
        if (index is null)
        {
            index = new NetworkIndex
            {
                Id = after.Id,
                Name = "",
                Slug = "",
                IsDemo = after.IsDemo,
                CreatedAt = entry.At,
                IsSetUp = setsUp,
            };
            context.Add(index);
        }

        (index.Name, index.Slug, index.JoinedTo) = (after.Name.Value, after.Slug ?? MadeSlug(after, index.Slug), after.JoinedTo);
        index.IsSetUp |= setsUp;
        foreach (var gathering in after.Gatherings.Except(before.Gatherings))
            if (await context.Gatherings.FindAsync(gathering) is { } there) there.BelongsTo = after.Id;
        foreach (var gathering in after.Erased ? before.Gatherings : before.Gatherings.Except(after.Gatherings))
            if (await context.Gatherings.FindAsync(gathering) is { } there && there.BelongsTo == after.Id) there.BelongsTo = null;
        await StaffAsync(context, before, after);
    }

    private static async Task StaffAsync(AppDbContext context, Network before, Network after)
    {
        if (before.People == after.People) return;
        foreach (var user in before.People.Keys.Except(after.People.Keys))
            if (await context.FindAsync<NetworkStaff>(after.Id, user) is { } gone) context.Remove(gone);
        foreach (var (user, person) in after.People)
        {
            if (await context.FindAsync<NetworkStaff>(after.Id, user) is { } there)
                (there.Role, there.Accepted) = (person.Role, person.Accepted);
            else
                context.Add(new NetworkStaff { Network = after.Id, User = user, Role = person.Role, Accepted = person.Accepted });
        }
    }

    /// <summary>
    /// The address of a network that has not chosen one. Its end cannot be guessed, so that asking for it tells nobody whether a network
    /// with that name is there. It stays when the name changes, because links must still work.
    /// </summary>
    private static string MadeSlug(Network network, string now)
    {
        var secret = DerivedId.Of($"the address of {network.Id}").ToString("N")[..Secret];
        if (now.EndsWith($"-{secret}", StringComparison.Ordinal)) return now;
        var name = Slug.OfName(network.Name.Value);
        return $"{(name.Length == 0 ? "nettverk" : name)}-{secret}";
    }
}
