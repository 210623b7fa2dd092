using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>Writes rows of a feature in the same transaction as the entries they come from, so that a stop loses neither.</summary>
internal interface IWithEntries
{
    /// <summary>Adds what an entry leads to. It must be quick: everybody in the room waits.</summary>
    Task ApplyAsync(AppDbContext context, Id<Gathering> gathering, Entry entry);
}
