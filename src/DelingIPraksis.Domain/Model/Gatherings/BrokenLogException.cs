namespace DelingIPraksis.Domain.Gatherings;

/// <summary>The log of a gathering or a network cannot be folded: it is not as it was written.</summary>
/// <param name="stream">Whose log.</param>
/// <param name="sequence">The first place that is wrong.</param>
/// <param name="isMissing">
/// True: there is no entry at that place, though there are later ones. False: there is one, and the rules refuse it.
/// </param>
public sealed class BrokenLogException(Guid stream, long sequence, bool isMissing)
    : InvalidOperationException($"Entry {sequence} of {stream:N} {(isMissing ? "is missing" : "does not stand")}.")
{
    /// <summary>The first place that is wrong.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Whether the entry is not there.</summary>
    public bool IsMissing { get; } = isMissing;
}
