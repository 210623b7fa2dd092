using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The names of those with an account.</summary>
public interface IAccountNames
{
    /// <summary>The names of these; those whose account has gone are left out.</summary>
    Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users);
}
