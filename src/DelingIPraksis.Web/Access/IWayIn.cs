using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;

namespace DelingIPraksis.Web.Access;

/// <summary>What is shown to those who are to join: the code, as it stands on the wall.</summary>
public interface IWayIn
{
    /// <summary>The gathering's code, or null when it has none.</summary>
    ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering);

    /// <summary>Whether what was typed, or stood in an address, is the gathering's code.</summary>
    async ValueTask<bool> OpensAsync(Id<Gathering> gathering, string? typed) =>
        DoorCode.TryParse(typed, out var code) && await CodeAsync(gathering) == code;
}

/// <inheritdoc/>
internal sealed class WayIn(JoinCodes codes) : IWayIn
{
    public async ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering) => await codes.OfAsync(gathering);
}
