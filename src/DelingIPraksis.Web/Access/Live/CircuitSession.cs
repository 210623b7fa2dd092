using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// Updates a circuit's principal. When its session ends, the circuit becomes a stranger's: pages that need an account are replaced by a
/// message, and their subscriptions and timers end.
/// </summary>
internal sealed class CircuitSession(LiveConnections live, Sessions sessions, AuthenticationStateProvider state) : CircuitHandler
{
    private LiveConnection? _connection;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (state is not IHostEnvironmentAuthenticationStateProvider host) return;
        var user = (await state.GetAuthenticationStateAsync()).User;
        // Hazard: the callback may run on a thread without the reader's culture, so the rendering uses the culture saved here.
        var reader = ReaderCulture.Current;
        _connection = live.Add(user, now => reader.Run(() => host.SetAuthenticationState(Task.FromResult(new AuthenticationState(now)))));
        // The session may have ended between the request and now.
        if (VisitorClaims.AccountOf(user) is Actor.Account && !await sessions.IsOpenAsync(user))
            _connection.Become(VisitorClaims.WithoutSignIn(user));
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _connection?.Dispose();
        return Task.CompletedTask;
    }
}
