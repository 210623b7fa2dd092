using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// The gatherings that are there at the first start: a finished one, an earlier one, one in the middle, and one that is ready to begin.
/// Those who try the demo get gatherings of their own, which they lead, and which nobody else sees.
/// </summary>
internal sealed class DemoGatherings : IDemo
{
    /// <summary>So many there may be at once; they go by themselves after a day.</summary>
    public const int Most = 1_000;

    private const string RunningName = "running";
    private const string ReadyName = "ready";

    private readonly IRooms _rooms;
    private readonly JoinCodes _codes;
    private readonly IServiceScopeFactory _scopes;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private string _password = "";

    public DemoGatherings(
        IRooms rooms,
        JoinCodes codes,
        IServiceScopeFactory scopes,
        Database database,
        IOptions<StartOptions> options,
        TimeProvider time
    )
    {
        (_rooms, _codes, _scopes, _database, _time) = (rooms, codes, scopes, database, time);
        IsOn = !options.Value.NoDemo;
    }

    /// <inheritdoc/>
    public bool IsOn { get; }

    /// <summary>The gathering that is finished, with its report.</summary>
    public static Id<Gathering> Finished => DemoStory.Named(DemoStad.Name);

    /// <summary>The gathering in the middle of its board.</summary>
    public static Id<Gathering> Running => DemoStory.Named(RunningName);

    /// <summary>The gathering that is ready to begin.</summary>
    public static Id<Gathering> Ready => DemoStory.Named(ReadyName);

    /// <inheritdoc/>
    public IReadOnlyCollection<Id<Gathering>> Examples { get; } = [DemoStory.Named(DemoAsker.Name), Finished, Running, Ready];

    /// <summary>The password of the demo's organiser until the next start; a new one each time, since only its hash is kept.</summary>
    public string Password => _password;

    /// <summary>The two that one person plays.</summary>
    public static IReadOnlyList<DemoParty> Played => [DemoNetwork.Stad, DemoNetwork.Arendal];

    private DateOnly Today => DateOnly.FromDateTime(_time.GetLocalNow().Date);

    /// <summary>Makes what is missing. An interrupted start is completed the next time. Nothing is made twice.</summary>
    public async Task MakeAsync()
    {
        var leader = await LeaderAsync();
        await TellAsync(DemoAsker.Tell(leader));
        await TellAsync(DemoStad.Tell(leader));
        await TellAsync(DemoRunning.Tell(leader, RunningName, Today));
        await TellAsync(DemoRunning.Ready(leader, ReadyName, Today));
    }

    /// <summary>
    /// Makes a gathering for one visitor to try, apart from all others, with a title in the visitor's language; null when there are very
    /// many already.
    /// </summary>
    public async Task<Id<Gathering>?> MakeOwnAsync(Id<User> visitor, string title) =>
        await IsFullAsync() ? null : await TellAsync(DemoRunning.Ready(visitor, $"own/{Guid.CreateVersion7()}", Today, title));

    /// <summary>A visitor's own copy of the gathering in the middle of its board; null when there are very many already.</summary>
    public async Task<Id<Gathering>?> MakeOwnRunningAsync(Id<User> visitor) =>
        await IsFullAsync() ? null : await TellAsync(DemoRunning.Tell(visitor, $"running/{visitor}", Today));

    /// <summary>Whether an account leads a gathering that was made here.</summary>
    public async Task<bool> LeadsAsync(Actor visitor, Id<Gathering> gathering) =>
        await _rooms.ReadAsync(gathering) is { IsDemo: true } demo && demo.RoleOf(visitor) is Role.Organiser;

    /// <summary>The party of this name in a gathering that was made here, or null.</summary>
    public async Task<Party?> FindPartyAsync(Id<Gathering> gathering, string name) =>
        await _rooms.ReadAsync(gathering) is { IsDemo: true } demo ? demo.Parties.Values.FirstOrDefault(party => party.Name == name) : null;

    /// <inheritdoc/>
    public Task<bool> IsFullAsync() =>
        _database.ReadAsync(async context => await context.Gatherings.CountAsync(gathering => gathering.IsDemo) >= Most);

    private async Task<Id<User>> LeaderAsync()
    {
        using var scope = _scopes.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var leader = await users.FindByEmailAsync(DemoAccount.Email);
        if (leader is null)
        {
            leader = new AppUser
            {
                Id = Guid.CreateVersion7(),
                UserName = DemoAccount.Email,
                Email = DemoAccount.Email,
                EmailConfirmed = true,
                DisplayName = "Prøvearrangøren",
            };
            Check(await users.CreateAsync(leader));
        }

        if ((await users.GetClaimsAsync(leader)).All(claim => claim.Value != DemoAccount.Claim.Value))
            Check(await users.AddClaimAsync(leader, DemoAccount.Claim));
        _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        // Not through the manager's change of password, which would sign out those who are trying it now.
        leader.PasswordHash = users.PasswordHasher.HashPassword(leader, _password);
        leader.LockoutEnd = null;
        Check(await users.UpdateAsync(leader));
        return new(leader.Id);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"The demo's organiser could not be made: {result}");
    }

    private async Task<Id<Gathering>> TellAsync(DemoStory story)
    {
        var there = await _rooms.ReadAsync(story.Gathering);
        // A demo that has been used since has a longer log than its story, and is not changed.
        foreach (var step in story.Steps.Skip((int)Math.Min(there.Sequence, story.Steps.Count)))
        {
            var reply = await _rooms.SubmitAsync(story.Gathering, step.Actor, step.Change, step.ChangeId);
            if (reply is not Reply.Kept)
                throw new InvalidOperationException($"The demo's {step.Change.GetType().Name} was answered with {reply}.");
        }

        if (await _codes.OfAsync(story.Gathering) is null) await _codes.IssueAsync(story.Gathering);
        return story.Gathering;
    }
}
