using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// A person's link for coming back, on another device or after a crash. There is one link at a time: a new one replaces the old.
/// </summary>
internal sealed class ReentryLinks(Database database)
{
    /// <summary>Makes a link and returns its token, which cannot be read again.</summary>
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

    /// <summary>The person of a link, or null.</summary>
    public async Task<Id<Person>?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return null;
        return await database.ReadAsync(context => context.Set<ReentryLink>()
            .Where(link => link.TokenHash == hash)
            .Select(link => (Id<Person>?)link.Person)
            .FirstOrDefaultAsync());
    }

    /// <summary>Revokes every link of a person.</summary>
    public Task RevokeAsync(Id<Person> person) =>
        database.WriteAsync(context => context.Set<ReentryLink>().Where(link => link.Person == person).ExecuteDeleteAsync());
}
