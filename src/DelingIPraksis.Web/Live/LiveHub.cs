using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace DelingIPraksis.Web.Live;

/// <summary>
/// The public live interface: the same rooms, the same rules and the same view as the screens, for walls, integrations and load tests. It
/// offers nothing that the screens do not. Described in <c>docs/live-interface.md</c>.
/// </summary>
[AllowAnonymous]
internal sealed class LiveHub(IRooms rooms, SeatLookup seats, Presence presence, TimeProvider time, IHubContext<LiveHub, ILiveClient> hub)
    : Hub<ILiveClient>
{
    /// <summary>Refuses missing and null properties here, so that the rules never get them.</summary>
    private static readonly JsonSerializerOptions _strict = new(GatheringJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The view of a seat that this browser holds, and then each change of it; null when the browser does not hold it.</summary>
    public async Task<LiveView?> Watch(Guid person) =>
        await SeatOfAsync(person) is { } seat ? await WatchAsync(seat.Gathering, seat.Actor, seat) : null;

    /// <summary>
    /// The view of the account that has signed in, and then each change of it; null when the account has no role in the gathering.
    /// </summary>
    public async Task<LiveView?> WatchAsStaff(Guid gathering)
    {
        // A stranger has no role in any gathering, so the disk is not read.
        if (VisitorClaims.AccountOf(Context.User!) is not Actor.Account actor) return null;
        var role = (await rooms.ReadAsync(new(gathering))).RoleOf(actor);
        return role == Role.None ? null : await WatchAsync(new(gathering), actor, null);
    }

    /// <summary>Asks for a change from a seat.</summary>
    public async Task<LiveReply> Submit(Guid person, Guid changeId, JsonElement change) =>
        await SeatOfAsync(person) is { } seat ? await SubmitAsync(seat.Gathering, seat.Actor, changeId, change) : LiveReply.NoSeat;

    /// <summary>Asks for a change as the account that has signed in.</summary>
    public async Task<LiveReply> SubmitAsStaff(Guid gathering, Guid changeId, JsonElement change) =>
        // A stranger may change nothing. Without this check each made-up id would cost a room and a read of the disk.
        VisitorClaims.AccountOf(Context.User!) is Actor.Account actor
            ? await SubmitAsync(new(gathering), actor, changeId, change)
            : LiveReply.NotAllowed;

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var watch in Context.Items.Values.OfType<LiveWatch>()) watch.Dispose();
        return Task.CompletedTask;
    }

    private async Task<LiveReply> SubmitAsync(Id<Gathering> gathering, Actor actor, Guid changeId, JsonElement json)
    {
        if (changeId == Guid.Empty || ChangeIn(json) is not { } change) return LiveReply.Malformed;
        // Gatherings are created by the pages, which check the right to do so. The rules let any account create one.
        if (change is IByAnyAccount) return LiveReply.NotAllowed;
        return LiveReply.Of(await rooms.SubmitAsync(gathering, actor, change, changeId));
    }

    private static Change? ChangeIn(JsonElement json)
    {
        try
        {
            return json.Deserialize<Change>(_strict);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or FormatException)
        {
            return null;
        }
    }

    private async Task<LiveView> WatchAsync(Id<Gathering> gathering, Actor actor, Seat? seat)
    {
        // A second watch on one connection replaces the first.
        if (Context.Items.Remove((gathering, actor), out var before)) (before as LiveWatch)?.Dispose();
        var watch = new LiveWatch(hub.Clients.Client(Context.ConnectionId), actor, time);
        var view = await watch.BeginAsync(rooms, gathering, seat is null ? null : presence.Enter(gathering, seat.Person, seat.Party));
        Context.Items[(gathering, actor)] = watch;
        return view;
    }

    /// <summary>
    /// The seat, looked up once for each connection. The rules check for each change whether the person has been shown out.
    /// </summary>
    private async ValueTask<Seat?> SeatOfAsync(Guid person)
    {
        if (Context.Items.TryGetValue(person, out var known)) return (Seat?)known;
        var seat = await seats.FindSeatAsync(Context.User!, new(person));
        if (seat is not null) Context.Items[person] = seat;
        return seat;
    }
}

/// <summary>The messages to a client of the live interface.</summary>
public interface ILiveClient
{
    /// <summary>The changes since the view, or since the last message.</summary>
    Task Changed(LiveChange change);

    /// <summary>No more messages come: the actor no longer has a role in the gathering.</summary>
    Task Ended(Guid gathering);
}
