using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Networks.Making;

/// <summary>Somebody who may take part in the next gathering.</summary>
/// <param name="Key">Identifies it in the form.</param>
/// <param name="Party">As it is invited.</param>
/// <param name="From">The first day of its membership, or null.</param>
/// <param name="Until">The last day, or null.</param>
internal sealed record PossibleParty(string Key, InvitedParty Party, DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether it takes part unless the organiser says otherwise: those who are put in pairs.</summary>
    public bool IsUsual => Party.Kind is PartyKind.Municipality or PartyKind.County;

    /// <summary>Whether it is a member on a day.</summary>
    public bool IsThereOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>
/// What the next gathering of a network starts from: its members, the plan of the last one as it was and corrected by what the phases took,
/// the colleagues, and the wishes about pairs.
/// </summary>
/// <param name="Next">The proposed number, day and title.</param>
/// <param name="Last">The gathering that the plan, colleagues and wishes are from; null when there was none.</param>
/// <param name="Learnt">What is learnt of its plan.</param>
/// <param name="Parties">The members, also those that join or leave later; without members, the parties of the last gathering.</param>
internal sealed record NetworkStart(NextInSeries Next, GatheringView? Last, PlanLessons Learnt, IReadOnlyList<PossibleParty> Parties)
{
    /// <summary>The plan of the last gathering, corrected.</summary>
    public const string CorrectedPlan = "rettet";

    /// <summary>The plan of the last gathering, as it was.</summary>
    public const string SamePlan = "samme";

    /// <summary>The wishes of the last gathering about two that are both possible now.</summary>
    public IReadOnlyList<(PossibleParty One, PossibleParty Other, bool Together)> Wishes { get; } = Last is null
        ? []
        : [
            .. from wish in Last.Wishes
               let one = Find(Parties, Last.Party(wish.One))
               let other = Find(Parties, Last.Party(wish.Other))
               where one is not null && other is not null
               select (one, other, wish.Together),
        ];

    /// <summary>Makes the start.</summary>
    /// <param name="network">The network, as one who helps in it sees it.</param>
    /// <param name="gatherings">Its gatherings, the newest first.</param>
    /// <param name="last">The gathering to take over from, or null.</param>
    /// <param name="learnt">What is learnt of its plan.</param>
    /// <param name="today">Today.</param>
    public static NetworkStart Of(
        NetworkView network,
        IReadOnlyList<NetworkGathering> gatherings,
        GatheringView? last,
        PlanLessons learnt,
        DateOnly today
    )
    {
        PossibleParty[] members =
        [
            .. network.Members
                .Where(member => member.Until is null || member.Until >= today)
                .Select(member => new PossibleParty(
                    member.Id.ToString(),
                    new InvitedParty(member.Name, member.RegisterNumber, member.Kind, member.County),
                    member.From,
                    member.Until
                )),
        ];
        if (members.Length == 0 && last is not null)
            members =
            [
                .. last.Parties.Select(party => new PossibleParty(
                    party.Id.ToString(),
                    new InvitedParty(party.Name, party.RegisterNumber, party.Kind, party.County),
                    null,
                    null
                )),
            ];
        return new(NextInSeries.After(gatherings.Select(there => there.View.Facts), today), last, learnt, members);
    }

    /// <summary>The plan with a name in the form.</summary>
    public ImmutableList<Phase> PlanOf(string? name) => name switch
    {
        CorrectedPlan when !Learnt.Plan.IsEmpty => Learnt.Corrected,
        SamePlan when !Learnt.Plan.IsEmpty => Learnt.Plan,
        _ => GatheringTemplate.Of(name).Plan,
    };

    private static PossibleParty? Find(IReadOnlyList<PossibleParty> parties, Party? party) => party is null
        ? null
        : parties.FirstOrDefault(there => party.MatchesName(there.Party.Name, there.Party.RegisterNumber));
}
