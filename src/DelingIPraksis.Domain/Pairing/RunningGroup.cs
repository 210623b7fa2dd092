namespace DelingIPraksis.Domain.Pairing;

/// <summary>A group that is at work when something happens: somebody does not come, comes late, or leaves.</summary>
/// <param name="Keys">Its parties in turn order, with those who are no longer there.</param>
/// <param name="Progress">How far it has come.</param>
public sealed record RunningGroup(IReadOnlyList<string> Keys, GroupProgress Progress);

/// <summary>How far a group has come; the further, the dearer it is to disturb.</summary>
public enum GroupProgress
{
    /// <summary>It has been told who is in it.</summary>
    Waiting,

    /// <summary>Its parties write their challenges.</summary>
    Writing,

    /// <summary>One has presented.</summary>
    Presenting,

    /// <summary>One has commented on another: from here on a group is broken only when all else fails.</summary>
    Commenting,

    /// <summary>It gathers barriers and opportunities.</summary>
    Concluding,
}
