using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The result of a search.</summary>
/// <param name="Colleague">The account, or null.</param>
/// <param name="TooManyTries">Whether the search was refused, because the asker has made too many attempts.</param>
internal readonly record struct ColleagueSearchResult(Colleague? Colleague, bool TooManyTries = false);

/// <summary>
/// Finds an account by its e-mail address, for an organiser who wants to give it a role. An answer could reveal who has an account, and the
/// name. So an account is found only when it and the asker both have a role in some real gathering: there the asker sees its name already.
/// </summary>
/// <remarks>
/// An address without an account gets the same answer as an account that the asker does not know. Attempts that find nobody are slowed.
/// </remarks>
internal sealed class ColleagueSearch(Colleagues colleagues, Database database, SignInLimit limit)
{
    /// <summary>Finds the account to appoint. Nobody is found for a demo or a rehearsal.</summary>
    /// <param name="gathering">The gathering of the role.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="email">What was typed.</param>
    public Task<ColleagueSearchResult> FindAsync(GatheringView gathering, Actor asker, string email) =>
        FindAsync(gathering.IsDemo, asker, email);

    /// <summary>Finds the account to appoint to something else than a gathering. Nobody is found for a demo.</summary>
    /// <param name="isDemo">Whether it is the demo's.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="email">What was typed.</param>
    public async Task<ColleagueSearchResult> FindAsync(bool isDemo, Actor asker, string email)
    {
        if (isDemo || asker is not Actor.Account account) return default;
        var from = $"colleagues of {account.User}";
        if (!await limit.AdmitAsync(from, "")) return new(null, TooManyTries: true);
        var colleague = await colleagues.FindAsync(email);
        if (await KnowsAsync(account.User, colleague?.User ?? default)) return new(colleague);
        limit.RecordFailure(from, "");
        return default;
    }

    private Task<bool> KnowsAsync(Id<User> asker, Id<User> other) => database.ReadAsync(context =>
        (from mine in context.Staff
         join theirs in context.Staff on mine.Gathering equals theirs.Gathering
         join index in context.Gatherings on mine.Gathering equals index.Id
         where mine.User == asker && theirs.User == other && mine.Role != Role.None && theirs.Role != Role.None && !index.IsDemo
         select index.Id).AnyAsync());
}
