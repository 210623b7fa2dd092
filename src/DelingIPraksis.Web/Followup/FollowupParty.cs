using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Followup;

/// <summary>A party that opens its own page after the gathering, by its link. Nobody has signed in, and nobody has a seat.</summary>
/// <param name="View">The gathering as the party may see it.</param>
/// <param name="Party">The party.</param>
/// <param name="Token">The token of the link, for the addresses of the page and of its files.</param>
public sealed record FollowupParty(GatheringView View, Party Party, string Token)
{
    /// <summary>The address of the page.</summary>
    public string Address => Addresses.Followup(Token);

    /// <summary>
    /// The page after an answer was saved, with the section that says so. Every form of a section ends here, so that a reload sends nothing
    /// again.
    /// </summary>
    public string SavedAt(string section) => $"{Address}?lagret={section}#{section}";
}

/// <summary>Finds the party of a link.</summary>
internal sealed class FollowupParties(IRooms rooms, IPartyLinks links)
{
    /// <summary>The party, or null when the link is unknown or revoked, or when the gathering or the party is there no longer.</summary>
    public async Task<FollowupParty?> FindAsync(string? token)
    {
        if (await links.FindAsync(token) is not { } link) return null;
        var view = GatheringView.ForParty(await rooms.ReadAsync(link.Gathering), link.Party);
        return view.OwnParty is { } party ? new(view, party, token!) : null;
    }
}
