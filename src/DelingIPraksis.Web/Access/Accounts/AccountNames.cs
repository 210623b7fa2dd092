using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The names of those with an account.</summary>
public interface IAccountNames
{
    /// <summary>The names of these; those whose account has gone are left out.</summary>
    Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users);
}

/// <inheritdoc/>
internal sealed class AccountNames(Database database) : IAccountNames
{
    public async Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users)
    {
        var ids = users.Select(user => user.Value).Distinct().ToList();
        return await database.ReadAsync(context => context.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => new Id<User>(user.Id), user => user.DisplayName));
    }
}
