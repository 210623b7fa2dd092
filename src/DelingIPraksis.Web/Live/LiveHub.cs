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
/// adds no other way of doing anything. Described in <c>docs/live-interface.md</c>.
/// </summary>
[AllowAnonymous]
internal sealed class LiveHub(IRooms rooms, SeatBook seats, Presence presence, TimeProvider time, IHubContext<LiveHub, ILiveClient> hub)
    : Hub<ILiveClient>
{
    /// <summary>A missing or null part is refused here, so that the rules never meet one.</summary>
    private static readonly JsonSerializerOptions _strict = new(GatheringJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The view of a seat this browser holds, and from then on what changes in it; null when it does not hold it.</summary>
    public async Task<LiveView?> Watch(Guid person) =>
        await SeatOfAsync(person) is { } seat ? await WatchAsync(seat.Gathering, seat.Actor, seat) : null;

    /// <summary>
    /// The view of somebody who has signed in, and from then on what changes in it; null for one without a role in the gathering.
    /// </summary>
    public async Task<LiveView?> WatchAsStaff(Guid gathering)
    {
        // A stranger has a role nowhere, and costs no look at the disk.
        if (VisitorClaims.AccountOf(Context.User!) is not Actor.Account actor) return null;
        var role = (await rooms.ReadAsync(new(gathering))).RoleOf(actor);
        return role == Role.None ? null : await WatchAsync(new(gathering), actor, null);
    }

    /// <summary>Asks for a change from a seat.</summary>
    public async Task<LiveReply> Submit(Guid person, Guid changeId, JsonElement change) =>
        await SeatOfAsync(person) is { } seat ? await SubmitAsync(seat.Gathering, seat.Actor, changeId, change) : LiveReply.NoSeat;

    /// <summary>Asks for a change as the one who has signed in.</summary>
    public async Task<LiveReply> SubmitAsStaff(Guid gathering, Guid changeId, JsonElement change) =>
        // A stranger may do nothing anywhere, and each id that is made up would cost a room and a look at the disk.
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
        // Gatherings are made by the pages, which know who may: the rules let anybody with an identity make one.
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
        // Watching twice from one connection is watching once, from now.
        if (Context.Items.Remove((gathering, actor), out var before)) (before as LiveWatch)?.Dispose();
        var watch = new LiveWatch(hub.Clients.Client(Context.ConnectionId), actor, time);
        var view = await watch.BeginAsync(rooms, gathering, seat is null ? null : presence.Enter(gathering, seat.Person, seat.Party));
        Context.Items[(gathering, actor)] = watch;
        return view;
    }

    /// <summary>
    /// The seat, looked up once for each connection; whether its holder has been shown out since, the rules ask each time.
    /// </summary>
    private async ValueTask<Seat?> SeatOfAsync(Guid person)
    {
        if (Context.Items.TryGetValue(person, out var known)) return (Seat?)known;
        var seat = await seats.InSeatAsync(Context.User!, new(person));
        if (seat is not null) Context.Items[person] = seat;
        return seat;
    }
}

/// <summary>What a client of the live interface is told.</summary>
public interface ILiveClient
{
    /// <summary>What has changed since the view, or since the last time.</summary>
    Task Changed(LiveChange change);

    /// <summary>Nothing more comes: the one who watched has no part in the gathering any longer.</summary>
    Task Ended(Guid gathering);
}
