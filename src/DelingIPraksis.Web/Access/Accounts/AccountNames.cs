using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

internal sealed class AccountNames(Database database) : IAccountNames
{
    public async ValueTask<string?> NameOfAsync(Id<User> user) =>
        await database.ReadAsync(context => context.Users.Where(account => account.Id == user.Value).Select(account => account.DisplayName).FirstOrDefaultAsync());
}
