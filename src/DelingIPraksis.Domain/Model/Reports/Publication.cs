using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The running texts of a report that the organiser writes.</summary>
public enum ReportText
{
    /// <summary>Om samlingen og denne rapporten.</summary>
    About,

    /// <summary>Velkommen: what the host said.</summary>
    Welcome,

    /// <summary>How the group work was done.</summary>
    Workshop,

    /// <summary>The closing words.</summary>
    Closing,
}

/// <summary>A publication of the report. The page shows the gathering as it was at that time, whatever is written later.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Sequence">The place in the log that the page shows.</param>
/// <param name="FirstAt">When it was first published, UTC. When <c>At</c> is later, the page says that it has been corrected.</param>
public sealed record Publication(DateTimeOffset At, long Sequence, DateTimeOffset FirstAt)
{
    /// <summary>What has been corrected since, in order.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];
}

/// <summary>A correction of a published report, shown to its readers.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What was corrected.</param>
public sealed record Correction(DateTimeOffset At, PlainText What);
