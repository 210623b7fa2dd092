namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Which roles may ask for which change. The change says it itself, by its markers.</summary>
public static class Permissions
{
    /// <summary>Whether a role may ask for this kind of change at all. The rules then check whether it fits the state.</summary>
    public static bool MayAsk(Role role, Change change) => role switch
    {
        Role.Application => true,
        Role.Organiser => change is IByLeader or IByOwner,
        Role.Facilitator => change is IByLeader,
        Role.Participant => change is IByParticipant,
        _ => change is IByAnyAccount,
    };
}
