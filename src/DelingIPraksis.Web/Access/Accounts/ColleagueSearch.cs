using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>What an address led to.</summary>
/// <param name="Colleague">Who has it, or null.</param>
/// <param name="TooManyTries">Whether nothing was looked for, because the asker has tried too many.</param>
internal readonly record struct ColleagueFound(Colleague? Colleague, bool TooManyTries = false);

/// <summary>
/// Finds the account of an address for an organiser who wants to give it a role. An answer could tell anybody who has an account, and the
/// name.
/// Therefore only an account is found that has a role in a real gathering where the asker has one too: the asker sees its name there
/// already.
/// </summary>
/// <remarks>
/// An address without an account is answered like one whose account the asker does not know. Tries that find nobody are slowed.
/// </remarks>
internal sealed class ColleagueSearch(Colleagues colleagues, Database database, SignInLimit limit)
{
    /// <summary>Looks for the one to appoint. Nobody is found for a demo or a rehearsal.</summary>
    /// <param name="gathering">Where the role is.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="email">What was typed.</param>
    public async Task<ColleagueFound> FindAsync(GatheringView gathering, Actor asker, string email)
    {
        if (gathering.IsDemo || asker is not Actor.Account account) return default;
        var from = $"colleagues of {account.User}";
        if (!await limit.AdmitAsync(from, "")) return new(null, TooManyTries: true);
        var colleague = await colleagues.FindAsync(email);
        if (await KnowsAsync(account.User, colleague?.User ?? default)) return new(colleague);
        limit.Missed(from, "");
        return default;
    }

    private Task<bool> KnowsAsync(Id<User> asker, Id<User> other) => database.ReadAsync(context =>
        (from mine in context.Staff
         join theirs in context.Staff on mine.Gathering equals theirs.Gathering
         join index in context.Gatherings on mine.Gathering equals index.Id
         where mine.User == asker && theirs.User == other && mine.Role != Role.None && theirs.Role != Role.None && !index.IsDemo
         select index.Id).AnyAsync());
}
