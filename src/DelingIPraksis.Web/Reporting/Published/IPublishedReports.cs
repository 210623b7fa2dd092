using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>Reports as they were when they were published, whatever has been written since.</summary>
internal interface IPublishedReports
{
    /// <summary>What is published under an address; null when nothing has ever been.</summary>
    Task<PublishedReport?> FindAsync(string slug);

    /// <summary>All that is published now, the newest gathering first.</summary>
    Task<IReadOnlyList<PublishedLine>> ListAsync();

    /// <summary>What has been withdrawn, the latest first: those who follow a network are told, although not what it said.</summary>
    Task<IReadOnlyList<WithdrawnLine>> WithdrawnAsync();

    /// <summary>The name in addresses of a gathering's report; it is there before the report is published.</summary>
    Task<string?> SlugOfAsync(Id<Gathering> gathering);
}

/// <summary>What stands at the address of a report.</summary>
internal abstract record PublishedReport
{
    private PublishedReport()
    {
    }

    /// <summary>A report.</summary>
    /// <param name="Gathering">Of which gathering.</param>
    /// <param name="Document">The report, laid out; without a word of who wrote what.</param>
    /// <param name="Publication">When it was published, and corrected.</param>
    /// <param name="IsDemo">Whether it is an example.</param>
    public sealed record Shown(Id<Gathering> Gathering, ReportDocument Document, Publication Publication, bool IsDemo) : PublishedReport;

    /// <summary>There was one, and it has been withdrawn. Its title went with it: what was withdrawn may be the very name.</summary>
    /// <param name="At">When, UTC.</param>
    /// <param name="NetworkPath">Where the reports of its network are listed.</param>
    public sealed record Withdrawn(DateTimeOffset At, string NetworkPath) : PublishedReport;
}

/// <summary>A line in the list of reports.</summary>
internal sealed record PublishedLine(string Slug, string Title, string Network, DateOnly Date, bool IsDemo)
{
    /// <summary>Where the report lies.</summary>
    public string Path => Addresses.Report(Slug);

    /// <summary>Where all reports of its network are listed.</summary>
    public string NetworkPath => Addresses.ReportsOf(NetworkSlug);

    /// <summary>The network's name in addresses.</summary>
    public string NetworkSlug => SlugOf(Network);

    internal static string SlugOf(string network) => Storage.Slug.OfName(network) is { Length: > 0 } slug ? slug : "uten-navn";
}

/// <summary>A report that was withdrawn: where it lay, of which network, and when it went.</summary>
internal sealed record WithdrawnLine(Id<Gathering> Gathering, string Slug, string Network, DateTimeOffset At)
{
    /// <summary>Where it lay.</summary>
    public string Path => Addresses.Report(Slug);

    /// <summary>The network's name in addresses.</summary>
    public string NetworkSlug => PublishedLine.SlugOf(Network);
}
