using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using Microsoft.AspNetCore.Components.Authorization;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>The visitor of this request or circuit.</summary>
internal sealed class CurrentVisitor(
    IHttpContextAccessor requests,
    AuthenticationStateProvider circuit,
    SeatLookup seats,
    Administrators administrators
) : IVisitor
{
    private Action? _changed;

    public event Action Changed
    {
        add
        {
            if (_changed is null) circuit.AuthenticationStateChanged += Tell;
            _changed += value;
        }

        remove
        {
            _changed -= value;
            if (_changed is null) circuit.AuthenticationStateChanged -= Tell;
        }
    }

    public async ValueTask<Seat?> FindSeatAsync(Id<Person> person) => await seats.FindSeatAsync(await UserAsync(), person);

    public async ValueTask<Id<Gathering>?> FindKnockAsync(Id<Person> person) =>
        await seats.FindKnockedGatheringAsync(await UserAsync(), person);

    public async ValueTask<Actor> AsAccountAsync() => VisitorClaims.AccountOf(await UserAsync());

    public async ValueTask<bool> MayAsync(ServiceRight right) =>
        ServiceRights.May(await administrators.RoleOfAsync(await UserAsync()), right);

    public async ValueTask<bool> IsDemoVisitorAsync() => VisitorClaims.IsDemo(await UserAsync());

    // Hazard: a circuit may see the request that opened its connection, which ended long ago, or none. So a circuit uses the principal that
    // it began with.
    private async ValueTask<ClaimsPrincipal> UserAsync() =>
        requests.HttpContext is { } request && request.GetEndpoint() is { } endpoint && !IsConnection(endpoint)
            ? request.User
            : (await circuit.GetAuthenticationStateAsync()).User;

    private void Tell(Task<AuthenticationState> now) => _changed?.Invoke();

    private static bool IsConnection(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.SignalR.HubMetadata>() is not null;
}
