using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The names of accounts.</summary>
public interface IAccountNames
{
    /// <summary>The names of these accounts. Deleted accounts are left out.</summary>
    Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users);
}
