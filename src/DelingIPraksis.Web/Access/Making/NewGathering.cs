using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>What a gathering is made from.</summary>
/// <param name="Id">Its identity, made when the form was handed out, so that a form that is sent twice makes one gathering.</param>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Theme">What the group work is about.</param>
/// <param name="Plan">Its phases.</param>
/// <param name="Parties">Who is invited.</param>
internal sealed record NewGathering(Id<Gathering> Id, GatheringFacts Facts, PlainText Theme, ImmutableList<Phase> Plan, IReadOnlyList<InvitedParty> Parties);

/// <summary>A line of the list of those invited.</summary>
/// <param name="Name">The name as it was written.</param>
/// <param name="RegisterNumber">The number in the official register, when it was written too.</param>
internal sealed record InvitedParty(PlainText Name, string? RegisterNumber)
{
    public PartyKind Kind => RegisterNumber?.Length == 2 || Name.Value.EndsWith("fylkeskommune", StringComparison.OrdinalIgnoreCase)
        ? PartyKind.County
        : PartyKind.Municipality;
}
