using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access;

/// <summary>What is shown to those who are to join: the code, as it stands on the wall.</summary>
public interface IWayIn
{
    /// <summary>The code in two groups, or null when the gathering has none.</summary>
    ValueTask<string?> CodeAsync(Id<Gathering> gathering);

    /// <summary>Whether what was typed, or stood in an address, is the gathering's code.</summary>
    ValueTask<bool> OpensAsync(Id<Gathering> gathering, string? typed);
}
