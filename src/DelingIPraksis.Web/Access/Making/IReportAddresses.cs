using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>Where published reports are found.</summary>
public interface IReportAddresses
{
    /// <summary>The name in addresses of a gathering's report, or null when it is not published now.</summary>
    Task<string?> SlugAsync(Id<Gathering> id);
}
