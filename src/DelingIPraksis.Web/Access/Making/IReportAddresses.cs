using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Making;

public interface IReportAddresses
{
    /// <summary>The slug of a gathering's report, or null when it is not published now.</summary>
    Task<string?> SlugAsync(Id<Gathering> id);
}
