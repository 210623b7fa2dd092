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
/// The gatherings at the first start: a finished one, an earlier one, one in progress, and one that is ready to begin. A visitor who tries
/// the demo gets separate gatherings, which the visitor leads and nobody else sees.
/// </summary>
internal sealed class DemoGatherings : IDemo
{
    /// <summary>The largest number of demo gatherings at once. Visitors' gatherings are erased after a day.</summary>
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

    /// <summary>The finished gathering, with its report.</summary>
    public static Id<Gathering> Finished => DemoStory.Named(DemoStad.Name);

    /// <summary>The gathering in the middle of its board.</summary>
    public static Id<Gathering> Running => DemoStory.Named(RunningName);

    /// <summary>The gathering that is ready to begin.</summary>
    public static Id<Gathering> Ready => DemoStory.Named(ReadyName);

    /// <inheritdoc/>
    public IReadOnlyCollection<Id<Gathering>> Examples { get; } = [DemoStory.Named(DemoAsker.Name), Finished, Running, Ready];

    /// <summary>The password of the demo's organiser until the next start. It is new each time, because only its hash is stored.</summary>
    public string Password => _password;

    /// <summary>The two parties that a visitor plays.</summary>
    public static IReadOnlyList<DemoParty> Played => [DemoNetwork.Stad, DemoNetwork.Arendal];

    private DateOnly Today => DateOnly.FromDateTime(_time.GetLocalNow().Date);

    /// <summary>Makes the missing gatherings. The next start completes an interrupted one. Nothing is made twice.</summary>
    public async Task MakeAsync()
    {
        var leader = await LeaderAsync();
        await TellAsync(DemoAsker.Tell(leader));
        await TellAsync(DemoStad.Tell(leader));
        await TellAsync(DemoRunning.Tell(leader, RunningName, Today));
        await TellAsync(DemoRunning.Ready(leader, ReadyName, Today));
    }

    /// <summary>
    /// Makes a separate gathering for one visitor, with a title in the visitor's language. Null when there are already <see cref="Most"/>.
    /// </summary>
    public async Task<Id<Gathering>?> MakeOwnAsync(Id<User> visitor, string title) =>
        await IsFullAsync() ? null : await TellAsync(DemoRunning.Ready(visitor, $"own/{Guid.CreateVersion7()}", Today, title));

    /// <summary>
    /// Makes a visitor's own copy of the gathering in the middle of its board. Null when there are already <see cref="Most"/>.
    /// </summary>
    public async Task<Id<Gathering>?> MakeOwnRunningAsync(Id<User> visitor) =>
        await IsFullAsync() ? null : await TellAsync(DemoRunning.Tell(visitor, $"running/{visitor}", Today));

    /// <summary>Whether an account leads a gathering of the demo.</summary>
    public async Task<bool> LeadsAsync(Actor visitor, Id<Gathering> gathering) =>
        await _rooms.ReadAsync(gathering) is { IsDemo: true } demo && demo.RoleOf(visitor) is Role.Organiser;

    /// <summary>The party with this name in a gathering of the demo, or null.</summary>
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
        // The manager's change of password would sign out those who are trying the demo now, so the hash is set directly.
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
        // A demo that has been used has a longer log than its story, and is not changed.
        foreach (var step in story.Steps.Skip((int)Math.Min(there.Sequence, story.Steps.Count)))
        {
            var reply = await _rooms.SubmitAsync(story.Gathering, step.Actor, step.Change, step.ChangeId);
            // The demo of an earlier day, made by an earlier version, is answered by nobody.
            if (reply is not Reply.Kept && step.Change is not Change.InvitationAnswered)
                throw new InvalidOperationException($"The demo's {step.Change.GetType().Name} was answered with {reply}.");
        }

        if (await _codes.OfAsync(story.Gathering) is null) await _codes.IssueAsync(story.Gathering);
        return story.Gathering;
    }
}
