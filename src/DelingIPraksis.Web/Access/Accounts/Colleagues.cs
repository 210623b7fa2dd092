using System.Linq.Expressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>An account, as other organisers see it.</summary>
public sealed record Colleague(Id<User> User, string Name, string Email);

/// <summary>The accounts, found by e-mail address or id.</summary>
internal sealed class Colleagues(Database database) : IAccountNames
{
    private static readonly Expression<Func<AppUser, Colleague>> _known = user => new Colleague(
        new Id<User>(user.Id),
        user.DisplayName,
        user.Email ?? ""
    );

    /// <summary>The account with an e-mail address, or null.</summary>
    public Task<Colleague?> FindAsync(string email)
    {
        var sought = (EmailAddresses.Read(email) ?? email.Trim()).ToUpperInvariant();
        return database.ReadAsync(context =>
            context.Users.Where(user => user.NormalizedEmail == sought).Select(_known).FirstOrDefaultAsync()
        );
    }

    /// <summary>The accounts with these ids. Deleted and erased accounts are left out.</summary>
    public async Task<IReadOnlyDictionary<Id<User>, Colleague>> KnownAsync(IEnumerable<Id<User>> users)
    {
        var ids = users.Select(user => user.Value).Distinct().ToList();
        var found = await database.ReadAsync(context =>
            context.Users.Where(user => ids.Contains(user.Id) && user.DisplayName != "").Select(_known).ToListAsync()
        );
        return found.ToDictionary(colleague => colleague.User);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users) =>
        (await KnownAsync(users)).ToDictionary(known => known.Key, known => known.Value.Name);
}
