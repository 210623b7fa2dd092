namespace DelingIPraksis.Domain.Pairing;

/// <summary>A group at work when a re-pairing is needed: somebody does not come, comes late, or leaves.</summary>
/// <param name="Keys">Its parties in turn order, including those that have left.</param>
/// <param name="Progress">How far it has come.</param>
public sealed record RunningGroup(IReadOnlyList<string> Keys, GroupProgress Progress);

/// <summary>How far a group has come. The further it has come, the more expensive it is to disrupt.</summary>
public enum GroupProgress
{
    /// <summary>Its parties know that they are a group.</summary>
    Waiting,

    /// <summary>Its parties write their challenges.</summary>
    Writing,

    /// <summary>One party has presented.</summary>
    Presenting,

    /// <summary>One party has commented on another. From here on a group is split only when nothing else is possible.</summary>
    Commenting,

    /// <summary>It writes barriers and opportunities.</summary>
    Concluding,
}
