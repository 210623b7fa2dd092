using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// Keeps a circuit's principal true. When its session ends, the circuit becomes a stranger's: the pages that ask for an account are
/// taken away with words, and what they followed and timed goes with them.
/// </summary>
internal sealed class CircuitSession(LiveConnections live, Sessions sessions, AuthenticationStateProvider state) : CircuitHandler
{
    private LiveConnection? _connection;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (state is not IHostEnvironmentAuthenticationStateProvider host) return;
        var user = (await state.GetAuthenticationStateAsync()).User;
        // What is drawn then is drawn in the language of this reader.
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
