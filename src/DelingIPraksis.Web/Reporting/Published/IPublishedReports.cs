using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>Reports as they were when they were published, without later changes.</summary>
internal interface IPublishedReports
{
    /// <summary>The published report at an address; null when nothing was ever published there.</summary>
    Task<PublishedReport?> FindAsync(string slug);

    /// <summary>All reports that are published now, the newest gathering first.</summary>
    Task<IReadOnlyList<PublishedLine>> ListAsync();

    /// <summary>
    /// The withdrawn reports, the latest first. Followers of a network learn that a report is withdrawn, but not its content.
    /// </summary>
    Task<IReadOnlyList<WithdrawnLine>> WithdrawnAsync();

    /// <summary>The name of a gathering's report in addresses. It exists before the report is published.</summary>
    Task<string?> SlugOfAsync(Id<Gathering> gathering);
}

/// <summary>The content at the address of a report.</summary>
internal abstract record PublishedReport
{
    private PublishedReport()
    {
    }

    /// <summary>A report that is published now.</summary>
    /// <param name="Gathering">The gathering of the report.</param>
    /// <param name="Document">The laid-out report, without anything about who wrote what.</param>
    /// <param name="Publication">When it was published and corrected.</param>
    /// <param name="IsDemo">Whether it is an example.</param>
    public sealed record Shown(Id<Gathering> Gathering, ReportDocument Document, Publication Publication, bool IsDemo) : PublishedReport
    {
        /// <summary>What the document was laid out from: the publication, without anything about who wrote what.</summary>
        public required GatheringReport Report { get; init; }
    }

    /// <summary>A withdrawn report. Its title is not kept, because the title may be the reason for the withdrawal.</summary>
    /// <param name="At">When it was withdrawn, UTC.</param>
    /// <param name="NetworkPath">The address of the network's list of reports.</param>
    public sealed record Withdrawn(DateTimeOffset At, string NetworkPath) : PublishedReport;
}

/// <summary>A line in the list of reports.</summary>
internal sealed record PublishedLine(string Slug, string Title, string Network, DateOnly Date, bool IsDemo)
{
    /// <summary>The address of the report.</summary>
    public string Path => Addresses.Report(Slug);

    /// <summary>The address of the network's list of reports.</summary>
    public string NetworkPath => Addresses.ReportsOf(NetworkSlug);

    /// <summary>The network's name in addresses.</summary>
    public string NetworkSlug => SlugOf(Network);

    /// <summary>The network that the gathering belongs to, or null.</summary>
    public Id<Network>? BelongsTo { get; init; }

    internal static string SlugOf(string network) => Storage.Slug.OfName(network) is { Length: > 0 } slug ? slug : "uten-navn";
}

/// <summary>A withdrawn report: its address, its network, and the time of the withdrawal.</summary>
internal sealed record WithdrawnLine(Id<Gathering> Gathering, string Slug, string Network, DateTimeOffset At)
{
    /// <summary>The former address of the report.</summary>
    public string Path => Addresses.Report(Slug);

    /// <summary>The network's name in addresses.</summary>
    public string NetworkSlug => PublishedLine.SlugOf(Network);

    /// <summary>The network that the gathering belongs to, or null.</summary>
    public Id<Network>? BelongsTo { get; init; }
}
