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
    /// What may be meant when nothing has the exact name: a municipality with a similar spelling, the county council of the name, or all
    /// that came after a municipality that was divided.
    /// </summary>
    public IReadOnlyList<RegisterHit> Choices { get; init; } = [];

    /// <summary>The only one of <see cref="Choices"/>; null when there are none or several.</summary>
    public RegisterHit? Near => Choices is [var one] ? one : null;

    /// <summary>The municipality or county council of other years whose name was written; null when the name is of the day.</summary>
    public FormerPlace? Former { get; init; }

    /// <summary>Whether the register does not know it: another organisation, a divided municipality, or «Hei, her er listen».</summary>
    public bool IsUnknown => RegisterNumber is null && Candidates.Count == 0;
}
