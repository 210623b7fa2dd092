using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// A person's own way back in, on another device or after a crash. One link at a time: a new one takes the place of the old.
/// </summary>
internal sealed class ReentryLinks(Database database)
{
    /// <summary>Makes a link and gives its token, this once.</summary>
    public async Task<string> MakeAsync(Id<Person> person)
    {
        var token = LinkToken.Make();
        await database.WriteAsync(async context =>
        {
            await context.Set<ReentryLink>().Where(link => link.Person == person).ExecuteDeleteAsync();
            context.Add(new ReentryLink { TokenHash = LinkToken.Hash(token)!, Person = person });
        });
        return token;
    }

    /// <summary>Whose link it is, or null.</summary>
    public async Task<Id<Person>?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        return await database.ReadAsync(context => context.Set<ReentryLink>()
            .Where(link => link.TokenHash == hash)
            .Select(link => (Id<Person>?)link.Person)
            .FirstOrDefaultAsync());
    }

    /// <summary>Makes every link of a person useless.</summary>
    public Task RevokeAsync(Id<Person> person) =>
        database.WriteAsync(context => context.Set<ReentryLink>().Where(link => link.Person == person).ExecuteDeleteAsync());
}
