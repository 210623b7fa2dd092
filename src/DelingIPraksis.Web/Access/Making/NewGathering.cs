using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>What a gathering is made from.</summary>
/// <param name="Id">Its identity, made when the form was handed out, so that a form that is sent twice makes one gathering.</param>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Theme">What the group work is about.</param>
/// <param name="Plan">Its phases.</param>
/// <param name="Parties">Who is invited.</param>
internal sealed record NewGathering(
    Id<Gathering> Id,
    GatheringFacts Facts,
    PlainText Theme,
    ImmutableList<Phase> Plan,
    IReadOnlyList<InvitedParty> Parties
);

/// <summary>A line of the list of those invited.</summary>
/// <param name="Name">The name: as the register has it, or as it was written by one that is not there.</param>
/// <param name="RegisterNumber">The number in the official register, or null.</param>
/// <param name="Kind">A municipality, a county council, or another.</param>
/// <param name="County">The county of a municipality in the register, or null.</param>
internal sealed record InvitedParty(PlainText Name, string? RegisterNumber, PartyKind Kind, string? County)
{
    /// <summary>The municipalities that the name may mean, when it may mean two.</summary>
    public IReadOnlyList<Municipality> MayMean { get; init; } = [];

    /// <summary>
    /// What is spelt nearly so, or is the county council of what was written, when nothing is called that; null when none or several are.
    /// </summary>
    public RegisterHit? Near { get; init; }

    /// <summary>
    /// Whether it is nothing that the register knows: another organisation, a county that is no more, or «Hei, her er listen».
    /// </summary>
    public bool IsUnknown => RegisterNumber is null && MayMean.Count == 0;
}
