using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>The data for creating a gathering.</summary>
/// <param name="Id">Its id, made when the form was rendered, so that a form that is sent twice creates one gathering.</param>
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
)
{
    /// <summary>Those who are to be together, or never, among the parties.</summary>
    public IReadOnlyList<NewWish> Wishes { get; init; } = [];

    /// <summary>The colleagues who lead, own or observe it from the beginning.</summary>
    public IReadOnlyList<(Id<User> User, Role Role)> Colleagues { get; init; } = [];
}

/// <summary>A wish about two parties.</summary>
/// <param name="One">One of the two.</param>
/// <param name="Other">The other.</param>
/// <param name="Together">True: they are to be a pair. False: they are never to be.</param>
internal sealed record NewWish(InvitedParty One, InvitedParty Other, bool Together);

/// <summary>An invited party.</summary>
/// <param name="Name">The name: as in the register, or as written when it is not there.</param>
/// <param name="RegisterNumber">The number in the official register, or null.</param>
/// <param name="Kind">A municipality, a county council, or another.</param>
/// <param name="County">The county of a municipality in the register, or null.</param>
internal sealed record InvitedParty(PlainText Name, string? RegisterNumber, PartyKind Kind, string? County)
{
    /// <summary>The municipalities with this name, when there are two.</summary>
    public IReadOnlyList<Municipality> Candidates { get; init; } = [];

    /// <summary>
    /// A municipality with a similar spelling, or the county council of the name, when nothing has the exact name; null when none or
    /// several match.
    /// </summary>
    public RegisterHit? Near { get; init; }

    /// <summary>Whether the register does not know it: another organisation, a former county, or «Hei, her er listen».</summary>
    public bool IsUnknown => RegisterNumber is null && Candidates.Count == 0;
}
