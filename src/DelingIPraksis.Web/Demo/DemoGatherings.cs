using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Service;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Demo;

/// <summary>The gatherings that are there at the first start: a finished one, an earlier one, one in the middle, and one that is ready to begin.</summary>
internal sealed class DemoGatherings
{
    /// <summary>The demo's own organiser, who leads nothing but demo gatherings.</summary>
    public const string Organiser = "demo@deling.example";

    private readonly IRooms _rooms;
    private readonly JoinCodes _codes;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private Id<User> _leader;
    private string _password = "";

    public DemoGatherings(IRooms rooms, JoinCodes codes, IServiceScopeFactory scopes, IOptions<StartOptions> options, TimeProvider time)
    {
        (_rooms, _codes, _scopes, _time) = (rooms, codes, scopes, time);
        IsOn = !options.Value.NoDemo;
    }

    /// <summary>Whether there is a demo here.</summary>
    public bool IsOn { get; }

    /// <summary>The gathering in the middle of its board.</summary>
    public Id<Gathering> Running { get; private set; }

    /// <summary>The gathering that is ready to begin.</summary>
    public Id<Gathering> Ready { get; private set; }

    /// <summary>The password of the demo's organiser until the next start; a new one each time, since only its hash is kept.</summary>
    public string Password => _password;

    /// <summary>The two that one person plays.</summary>
    public static IReadOnlyList<DemoParty> Played => [DemoNetwork.Stad, DemoNetwork.Arendal];

    private DateOnly Today => DateOnly.FromDateTime(_time.GetLocalNow().Date);

    /// <summary>Makes what is missing. A start that was cut off half-way is completed the next time; nothing is made twice.</summary>
    public async Task MakeAsync()
    {
        if (!IsOn) return;
        _leader = await LeaderAsync();
        await TellAsync(DemoAsker.Tell(_leader));
        await TellAsync(DemoStad.Tell(_leader));
        Running = await TellAsync(DemoRunning.Tell(_leader, Today));
        Ready = await TellAsync(DemoRunning.Ready(_leader, "ready", Today));
    }

    /// <summary>Makes a gathering for one visitor to try, apart from all others.</summary>
    public Task<Id<Gathering>> MakeOwnAsync() => TellAsync(DemoRunning.Ready(_leader, $"own/{Guid.CreateVersion7()}", Today));

    /// <summary>Whether a gathering was made here.</summary>
    public async Task<bool> IsOneAsync(Id<Gathering> gathering) => (await _rooms.ReadAsync(gathering)).IsDemo;

    /// <summary>The party of this name in a gathering that was made here, or null.</summary>
    public async Task<Party?> FindPartyAsync(Id<Gathering> gathering, string name) =>
        await _rooms.ReadAsync(gathering) is { IsDemo: true } demo ? demo.Parties.Values.FirstOrDefault(party => party.Name == name) : null;

    private async Task<Id<User>> LeaderAsync()
    {
        using var scope = _scopes.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var leader = await users.FindByEmailAsync(Organiser);
        if (leader is null)
        {
            leader = new AppUser { Id = Guid.CreateVersion7(), UserName = Organiser, Email = Organiser, EmailConfirmed = true, DisplayName = "Prøvearrangøren" };
            Check(await users.CreateAsync(leader));
        }

        _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        // Not through the manager's change of password, which would sign out those who are trying it now.
        leader.PasswordHash = users.PasswordHasher.HashPassword(leader, _password);
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
        // A demo that somebody has used since is longer than its story, and is left alone.
        foreach (var step in story.Steps.Skip((int)Math.Min(there.Sequence, story.Steps.Count)))
        {
            var reply = await _rooms.SubmitAsync(story.Gathering, step.Actor, step.Change, step.ChangeId);
            if (reply is not Reply.Kept) throw new InvalidOperationException($"The demo's {step.Change.GetType().Name} was answered with {reply}.");
        }

        if (await _codes.OfAsync(story.Gathering) is null) await _codes.IssueAsync(story.Gathering);
        return story.Gathering;
    }
}
